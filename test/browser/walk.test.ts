import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from './in-browser.ts';
import { getJson, runOf, settled, until } from './pages.ts';
import { GOOD, POOR, twoRuns } from './two-runs.ts';
import type { SampleLines } from '../../src/server/index.ts';

inBrowser('from the list to a sample and a comparison', twoRuns, ({ open, view }) => {
  test('list → run → cell → sample → the next one → back', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: POOR }).click();
    await page.getByRole('heading', { level: 1, name: POOR }).waitFor();
    await settled(page);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Context length'), 'Usage and latency', 'Samples']),
    );

    const grids = page.getByRole('grid');
    expect(await grids.count()).toBe(2);
    const cell = grids.first().getByRole('link', { name: /2k, 50 %/ });
    expect(await cell.getAttribute('aria-label')).toMatch(/^\d+ · 2k, 50 %: \d+\.0 · 95 %: \d.*–.* · n 1$/);
    await cell.click();
    const samples = page.getByRole('group', { name: 'Samples' }).getByRole('row');
    await until(page, "document.querySelectorAll('table.samples tbody tr').length === 1");
    await samples.nth(1).getByRole('link').click();

    await page.getByRole('heading', { level: 2, name: 'Prompt' }).waitFor();
    const { lines } = await getJson<SampleLines>(view(), `/runs/${(await runOf(view(), POOR)).id}/samples?limit=100`);
    const shown = new URL(page.url()).searchParams.get('id');
    const line = lines.find(({ id }) => id === shown)!;
    expect(line.cell).toMatchObject({ askedTokens: 2000, depthPercent: 50 });
    const score = page.getByRole('region', { name: 'Score' });
    expect(await score.innerText()).toContain(`${(100 * line.score!).toFixed(1)}`);
    expect(await page.getByRole('region', { name: 'Answer' }).first().innerText()).toContain(line.answer.slice(0, 10));

    // The needle is in the text beside it, and the text is that of the prompt.
    const target = (await score.locator('dd').last().innerText()).trim();
    await until(page, `document.querySelector('.prompt-view').innerText.includes(${JSON.stringify(target)})`);

    await page.goBack();
    await page.getByRole('heading', { level: 1, name: POOR }).waitFor();
    await until(page, "document.querySelectorAll('table.samples tbody tr').length === 1");
    await page.getByRole('button', { name: /Remove the filter Depth|Remove the filter .*50 %/ }).click();
    await until(page, "document.querySelectorAll('table.samples tbody tr').length === 3");
  });

  test('what gets lost on its way is asked again', async () => {
    const page = await open('/');
    const lost = new Set<string>();
    await page.route(/\/api\/runs\/.*\/(text|sample)\?/, async (route) => {
      const { pathname } = new URL(route.request().url());
      await (lost.has(pathname) ? route.continue() : route.abort('connectionreset'));
      lost.add(pathname);
    });
    await page.getByRole('link', { name: POOR }).click();
    // Charts that are drawn in that moment would move the row from under the pointer.
    await page.getByRole('grid').first().waitFor();
    await settled(page);
    await page.locator('table.samples tbody a').first().click();
    await until(page, "document.querySelectorAll('.reader-text mark').length === 1");
    expect(lost.size).toBe(2);
  });

  test('two runs that are selected are compared, and a changed sample leads to both', async () => {
    const page = await open('/');
    for (const name of [GOOD, POOR]) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByRole('heading', { level: 1, name: 'Compare runs' }).waitFor();
    // Runs of one second come in any order.
    const swap = page.getByRole('button', { name: new RegExp(`^Make reference: .*${GOOD}`) });
    if (await swap.isVisible()) await swap.click();
    await page.getByRole('heading', { level: 2, name: new RegExp(`${POOR} against .*${GOOD}`) }).waitFor();
    const worsened = Number(/\d+/.exec(await page.getByRole('button', { name: /^Worsened/ }).innerText())?.[0]);
    expect(worsened).toBeGreaterThan(0);
    expect(await page.locator('main').innerText()).toMatch(new RegExp(`Sign test: 0 better, ${worsened} worse`));
    expect(await page.getByRole('article').count()).toBe(worsened);
    await page.getByRole('article').first().getByRole('link', { name: POOR }).click();
    await page.getByRole('region', { name: 'Score' }).getByText('0.0', { exact: true }).waitFor();
  });

  test('what a key shows stands in one line with its words, and looks as the line does', async () => {
    const page = await open(`/runs/${(await runOf(view(), POOR)).id}`);
    await settled(page);
    const middles = async (selector: string): Promise<readonly number[]> =>
      page.evaluate(
        `[...document.querySelector('${selector}').children].map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2)`,
      );
    for (const key of ['.score-key', '.series > span:nth-child(2)']) {
      const found = await middles(key);
      expect(Math.max(...found) - Math.min(...found)).toBeLessThan(1.5);
    }
    const look = (selector: string) =>
      page.evaluate(
        `((mark) => [mark.closest('[stroke]').getAttribute('stroke'), mark.closest('[stroke-dasharray]')?.getAttribute('stroke-dasharray')])(${selector})`,
      );
    await page.locator('.curves .picture svg').first().waitFor();
    const lines = (n: number) =>
      `[...document.querySelector('.curves .picture svg').querySelectorAll('path[stroke-width="2"], g[stroke-width="2"] > path')][${n}]`;
    for (const n of [0, 1]) {
      expect(await look(`document.querySelectorAll('.curves .series')[0].querySelectorAll('svg')[${n}].querySelector('path')`)).toEqual(
        await look(lines(n)),
      );
    }
  });

  test('the heat map is one stop of the Tab key, with arrow keys inside', async () => {
    const page = await open(`/runs/${(await runOf(view(), POOR)).id}`);
    await settled(page);
    const focused = () => page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
    await tabTo(page, () => page.evaluate("document.activeElement.closest('[role=grid]') !== null"));
    expect(await focused()).toMatch(/1k, 0 %/);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/2k, 0 %/);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toMatch(/2k, 50 %/);
    // What a mouse would see stands in a note beside the cell.
    await page.getByText(/n 1$/).first().waitFor();
    await page.keyboard.press('Enter');
    await until(page, "document.querySelectorAll('table.samples tbody tr').length === 1");
    await tabTo(page, () => page.evaluate("document.activeElement.matches('table.samples a')"));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Prompt' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
  });
});

async function tabTo(page: Page, isThere: () => Promise<unknown>): Promise<void> {
  for (let presses = 0; !(await isThere()); presses++) {
    if (presses > 200) throw new Error('The Tab key does not lead there.');
    await page.keyboard.press('Tab');
  }
}
