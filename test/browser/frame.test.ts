import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from './in-browser.ts';
import { pagesOf, settled, until } from './pages.ts';
import { GOOD, POOR, twoRuns } from './two-runs.ts';

const PAGES = ['runs', 'run', 'sample', 'compare', 'benchmarks', 'start', 'nothing'] as const;
const LOOKS = (['en', 'zh-CN'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));

/** What sticks out to the right of the window. */
const BEYOND = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 80))`;

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary: string }[];
  }[];
  readonly passes: readonly { readonly id: string }[];
}

/** What the accessibility checker finds to be serious or critical. */
async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations, passes } = (await page.evaluate('axe.run(document)')) as AxeResults;
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`));
}

async function chooseLanguage(page: Page, language: 'en' | 'zh-CN'): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('combobox', { name: /^(Language|语言)$/ })
    .selectOption(language);
  await page.locator(`html[lang="${language}"]`).waitFor();
  await settled(page);
}

inBrowser('every page', twoRuns, ({ open, view }) => {
  test.each(PAGES)('%s: no serious finding on accessibility, light and dark, in both languages; fits 360 pixels', async (name) => {
    const page = await open((await pagesOf(view(), [GOOD, POOR])).get(name)!);
    await settled(page);
    // Not a script of the page: the policy would forbid it.
    await page.evaluate(axe.source);
    for (const { language, theme } of LOOKS) {
      await page.emulateMedia({ colorScheme: theme });
      await chooseLanguage(page, language);
      expect({ language, theme, findings: await seriousFindings(page) }).toEqual({ language, theme, findings: [] });
    }
    await page.setViewportSize({ width: 360, height: 740 });
    for (const language of ['en', 'zh-CN'] as const) {
      await chooseLanguage(page, language);
      expect({ language, beyond: await page.evaluate(BEYOND) }).toEqual({ language, beyond: [] });
    }
  });

  test('every page has one title, in the language of the browser', async () => {
    const page = await open('/', { language: 'zh-CN' });
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    for (const [name, path] of await pagesOf(view(), [GOOD, POOR])) {
      await page.goto(view().origin + path);
      await settled(page);
      const headings = await page.getByRole('heading', { level: 1 }).allInnerTexts();
      // The page of a run is called what its model is called, that of a sample what its task is called.
      expect({ name, headings }).toEqual({
        name,
        headings: [expect.stringMatching(/^(run|sample)$/.test(name) ? /./ : /\p{Script=Han}/u)],
      });
      expect(await page.title()).toMatch(/Fathom/);
    }
  });

  test('the theme that was chosen wins over that of the device, and stays', async () => {
    const page = await open('/', { theme: 'light' });
    await settled(page);
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await settled(page);
    expect(await ground()).toBe(dark);
  });

  test('the token leaves the address bar at once, and a page without it says what to do', async () => {
    const page = await open('/');
    await settled(page);
    expect(page.url()).toBe(`${view().origin}/`);
    const stranger = await open('/', { token: false });
    await stranger.getByText('This page has no valid token.').waitFor();
    expect(await stranger.getByRole('table').count()).toBe(0);
  });

  test('everything on the list can be reached and used with the keyboard', async () => {
    const page = await open('/');
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.keyboard.press('Tab');
    await page.keyboard.type('poor');
    await page.getByRole('link', { name: GOOD }).waitFor({ state: 'detached' });
    for (
      const link = page.getByRole('link', { name: POOR });
      (await page.evaluate('document.activeElement.textContent')) !== (await link.textContent());
    ) {
      await page.keyboard.press('Tab');
    }
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/runs\//);
    await until(page, 'document.activeElement.id === "content"');
  });
});
