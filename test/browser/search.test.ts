import { expect, test } from 'vitest';
import { inBrowser, type Place } from './in-browser.ts';
import { runOf, settled } from './pages.ts';

/** Between the 2k and the 4k prompts, in characters. */
const UP_TO_2K = 18_000;

const FLAGS = ['--lengths', '1k..8k', '--repeats', '3', '--languages', 'en', '--tokenizer', 'words', '--concurrency', '1', '--quiet'];

/** A search on a model that repeats short prompts, and answers nothing to long ones. */
async function oneSearch({ fathom, serve, store }: Place): Promise<void> {
  const model = await serve({ answer: ({ prompt }) => (prompt.length <= UP_TO_2K ? prompt : 'I cannot say.') });
  const { code } = await fathom(['limit', ...FLAGS, '--max-tokens', '8k', '--model', model, '--store', store]);
  expect(code).toBe(0);
}

inBrowser('the page of a search', oneSearch, ({ open, view }) => {
  test('shows the answer, the lengths on the way, how sure it is and what it saved', async () => {
    const page = await open(`/runs/${(await runOf(view(), 'mock-model')).id}`);
    await settled(page);
    const search = page.getByRole('region', { name: 'Search for the effective context length' });
    expect(await search.locator('.search-answer').innerText()).toMatch(/Effective length at 85 %\s+2k\s+fails at 4k$/);
    const rows = await search.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['1k', '0', '', '', 'not needed', '', '0'],
      ['2k', '19', '19/19', '100.0', 'passes', '', '38,000'],
      ['4k', '3', '0/3', '0.0', 'fails', '', '12,000'],
      ['8k', '0', '', '', 'not needed', '', '0'],
    ]);
    const said = await search.getByRole('list').innerText();
    expect(said).toContain('at most 5 % to pass at 78 % or less, at most 5 % to fail at 92 % or more');
    expect(said).toMatch(/Spent: 22 prompts, 50,000 tokens\. The fixed grid .*: 440 prompts, 1,650,000 tokens; 97 % saved\./);
  });

  test('says so in Chinese', async () => {
    const page = await open(`/runs/${(await runOf(view(), 'mock-model')).id}`, { language: 'zh-CN' });
    await settled(page);
    const search = page.getByRole('region', { name: '有效上下文长度的搜索' });
    expect(await search.innerText()).toMatch(/85 % 处的有效长度\s+2k\s+在 4k 处未通过/);
    expect((await search.innerText()).replaceAll(/\d+k/g, '')).not.toMatch(/[A-Za-z]/);
  });
});
