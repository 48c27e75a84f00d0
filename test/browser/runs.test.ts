import { expect, test } from 'vitest';
import { inBrowser } from './in-browser.ts';
import { settled, until } from './pages.ts';
import { GOOD, POOR, twoRuns } from './two-runs.ts';

inBrowser('the list of runs', twoRuns, ({ open, fathom, store }) => {
  test('shows score, state and money of every run, filters and sorts', async () => {
    const page = await open('/');
    await settled(page);
    const models = async () => (await page.getByRole('rowheader').getByRole('link').allInnerTexts()).map((name) => name.replace(/.*#/, ''));
    const score = (name: string) => page.getByRole('row', { name }).getByRole('strong');
    await page.getByRole('row', { name: GOOD }).getByText('100.0', { exact: true }).waitFor();
    expect(await score(GOOD).innerText()).toBe('100.0');
    expect(Number(await score(POOR).innerText())).toBeLessThan(100);
    expect(await page.getByRole('row', { name: GOOD }).innerText()).toContain('Complete');

    await page.getByRole('button', { name: /^Score/ }).click();
    expect(await models()).toEqual([GOOD, POOR]);
    await page.getByRole('button', { name: /^Score/ }).click();
    expect(await models()).toEqual([POOR, GOOD]);
    await page.getByRole('searchbox').fill('GOOD');
    expect(await models()).toEqual([GOOD]);
    await page.getByRole('searchbox').fill('good nothing');
    await page.getByText('No run matches the filter.').waitFor();
  });

  test.each([
    { width: 1280, fits: true },
    { width: 360, fits: false },
  ])('at $width pixels all columns are seen: $fits; where they are not, a shadow at the edge says so', async ({ width, fits }) => {
    const page = await open('/', { width });
    await page.getByRole('row', { name: GOOD }).waitFor();
    await until(page, "!document.querySelector('table.runs').innerText.includes('…')");
    const frame = (of: string) => page.evaluate(`((frame) => ${of})(document.querySelector('table.runs').parentElement)`);
    expect(await frame('frame.scrollWidth <= frame.clientWidth')).toBe(fits);
    expect(await frame('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    const { x, y, width: across } = (await page.locator('.scroll').first().boundingBox())!;
    const edge = () => page.screenshot({ clip: { x: x + across - 16, y: y + 16, width: 14, height: 14 } });
    const withShadow = await edge();
    await frame("frame.style.background = 'var(--card)'");
    expect((await edge()).equals(withShadow)).toBe(fits);
  });

  test('deletes a run, and has it back', async () => {
    const listed = async () => (JSON.parse((await fathom(['runs', '--json', '--store', store])).stdout) as { model: string }[]).length;
    const page = await open('/');
    await settled(page);
    expect(await listed()).toBe(2);
    await page.getByRole('checkbox', { name: POOR }).check();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: POOR }).waitFor({ state: 'detached' });
    expect(await listed()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: POOR }).waitFor();
    expect(await listed()).toBe(2);
  });

  test('opens in as many tabs as one likes; all of them follow, also when the first is closed', async () => {
    const first = await open('/');
    await settled(first);
    const others = [];
    for (let n = 0; n < 8; n++) {
      const tab = await first.context().newPage();
      await tab.goto(new URL('/', first.url()).href);
      await tab.getByRole('link', { name: GOOD }).waitFor();
      others.push(tab);
    }
    await first.close();
    const [run] = JSON.parse((await fathom(['runs', '--json', '--store', store])).stdout) as { run: string }[];
    await fathom(['delete', run!.run, '--store', store]);
    for (const tab of others) await expect.poll(() => tab.getByRole('rowheader').count()).toBe(1);
    await fathom(['restore', run!.run, '--store', store]);
    for (const tab of others) await expect.poll(() => tab.getByRole('rowheader').count()).toBe(2);
  });
});
