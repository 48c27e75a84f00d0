import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inBrowser } from './in-browser.ts';
import { until } from './pages.ts';

/** Answers that wait until the test lets them go. */
function heldAnswers() {
  const waiting: (() => void)[] = [];
  const state = { open: false };
  return {
    answer: () =>
      new Promise<string>((resolve) => {
        if (state.open) resolve('no idea');
        else waiting.push(() => resolve('no idea'));
      }),
    /** Lets so many go, as they come. */
    async release(count: number) {
      for (let left = count; left > 0; left--) {
        await expect.poll(() => waiting.length, { timeout: 30_000 }).toBeGreaterThan(0);
        waiting.shift()!();
      }
    },
    releaseAll() {
      state.open = true;
      for (const each of waiting.splice(0)) each();
    },
  };
}

inBrowser(
  'work on runs',
  async () => undefined,
  ({ open, serve, log }) => {
    test('a run is planned and started in the browser, followed, paused and resumed', { timeout: 120_000 }, async () => {
      const { answer, release, releaseAll } = heldAnswers();
      const model = await serve({ answer });
      const page = await open('/');
      await page.getByRole('heading', { name: 'No runs yet' }).waitFor();
      const list = await open('/');
      await page.getByRole('main').getByRole('link', { name: 'New run' }).click();

      await page.getByRole('checkbox', { name: 'needlebench/single-retrieval' }).check();
      await page
        .getByRole('textbox', { name: 'Model 1' })
        .or(page.getByRole('combobox', { name: 'Model 1' }))
        .fill(model);
      for (const [field, value] of [
        ['Lengths', '1k'],
        ['Depths', '0,50,100'],
        ['Languages', 'en'],
        ['Repeats', '2'],
        ['Requests at once', '1'],
      ] as const) {
        await fill(page, field, value);
      }
      await page.getByText('The plan has 6 prompts.').waitFor({ state: 'attached' });
      expect(log()).toEqual([]);
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.waitForURL(/\/runs\//);

      await release(2);
      await page.getByRole('main').getByText('2 of 6').first().waitFor();
      await list.getByRole('cell', { name: 'Running' }).getByText('2 of 6').waitFor();

      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('What is in flight is being finished.').waitFor();
      await release(1);
      await page.getByRole('button', { name: 'Resume' }).waitFor();
      await page.getByRole('main').getByText('3 of 6').first().waitFor();
      expect(log()).toHaveLength(3);

      await page.getByRole('button', { name: 'Resume' }).click();
      releaseAll();
      await page.getByText('Complete', { exact: true }).waitFor();
      await list.getByRole('cell', { name: 'Complete' }).waitFor();
      // The figures follow, without a reload: six answers, all wrong.
      await until(page, "document.querySelector('.headline').innerText.includes('0.0')");
      expect(log()).toHaveLength(6);
    });

    test('a form that asks for what cannot be says so, and starts nothing', async () => {
      const model = await serve();
      const page = await open('/start');
      await page.getByRole('checkbox', { name: 'needlebench/single-retrieval' }).check();
      await page
        .getByRole('textbox', { name: 'Model 1' })
        .or(page.getByRole('combobox', { name: 'Model 1' }))
        .fill(model);
      await fill(page, 'Lengths', 'many');
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('many');
      expect(await page.getByRole('button', { name: 'Start', exact: true }).isDisabled()).toBe(true);
      expect(log()).toEqual([]);
    });
  },
);

/** Fills a field, which may be folded away. */
async function fill(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  for (const folded of await page.locator('details:not([open]) > summary').all()) if (!(await field.isVisible())) await folded.click();
  await field.fill(value);
}
