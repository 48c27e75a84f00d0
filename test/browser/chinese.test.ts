import { expect, test } from 'vitest';
import type { RunLine } from '../../src/server/index.ts';
import { inBrowser, type Place } from './in-browser.ts';
import { getJson, settled } from './pages.ts';
import type { ViewProcess } from './view-process.ts';

/** Two runs that have no sample and no axis in common, the second without a single answer. */
async function twoOfAKind({ fathom, serve, store }: Place): Promise<void> {
  const rest = ['--repeats', '1', '--no-floor', '--quiet', '--store', store];
  const trace = await fathom(['run', 'needlebench/ancestral-trace', '--atc-needles', '2,4', '--model', 'baseline/lexical', ...rest]);
  expect(trace.code).toBe(0);
  const refusing = await serve({ contextTokens: 100 });
  const hay = ['run', 'needlebench/single-retrieval', '--lengths', '1k', '--depths', '0,100', '--first', '2', '--model', refusing, ...rest];
  expect((await fathom(hay)).code).toBe(4);
}

async function idOf(view: ViewProcess, task: string): Promise<string> {
  return (await getJson<RunLine[]>(view, '/runs')).find(({ tasks }) => tasks[0]!.endsWith(task))!.id;
}

inBrowser('the page in Chinese', twoOfAKind, ({ open, view }) => {
  test.each([
    ['/runs/nope', '账本里没有这个运行。'],
    ['/compare?run=nope&run=nowhere', '账本里没有这个运行。'],
  ])('says what is not there: %s', async (path, words) => {
    const page = await open(path, { language: 'zh-CN' });
    const alert = page.getByRole('alert').first();
    expect(await alert.innerText()).toContain(words);
    expect(await alert.locator('[lang=en]').count()).toBe(0);
  });

  test('says that a sample is not there, and does not ask for the haystack of a run that is gone', async () => {
    const page = await open(`/runs/${await idOf(view(), 'ancestral-trace')}/sample?id=nope`, { language: 'zh-CN' });
    expect(await page.getByRole('alert').innerText()).toContain('该运行没有这个样本。');
    const refused: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (response.status() === 404 && pathname.includes('/nope/')) refused.push(pathname);
    });
    await page.goto(new URL('/runs/nope/sample?id=nope', page.url()).href);
    await page.getByText('账本里没有这个运行。').waitFor();
    expect(refused).toEqual(['/api/runs/nope/sample']);
  });

  test('says what is wrong with a field, and marks what it can only say in English', async () => {
    const page = await open('/start?task=needlebench/single-retrieval&lengths=4+kilo', { language: 'zh-CN' });
    await page.locator('#field-lengths-problem').getByText('“4 kilo”不是长度。 词元数写作 4000、4k、4Ki（4,096）或 1m。').waitFor();
    await page.getByRole('textbox', { name: '长度' }).fill('4..3..2');
    await page.locator('#field-lengths-problem').getByText('“4..3..2”不是长度范围。').waitFor();
    await page.getByRole('textbox', { name: '长度' }).fill('20');
    expect(await page.locator('.plan [lang=en]').first().innerText()).toMatch(/^Nothing can be asked/);
  });

  test('names strategies, headlines and places, and why there is no score', async () => {
    const trace = await open(`/runs/${await idOf(view(), 'ancestral-trace')}`, { language: 'zh-CN' });
    await settled(trace);
    expect(await trace.locator('.headline').innerText()).toMatch(/总分，仅含已运行的 ATC，按 N 加权/);
    expect(await trace.locator('table.samples').innerText()).toContain('问题的位置 末尾');

    const failed = await open(`/runs/${await idOf(view(), 'single-retrieval')}`, { language: 'zh-CN' });
    await settled(failed);
    const row = failed.getByRole('region', { name: '没有得分的样本' }).getByRole('row').nth(1);
    expect(await row.getByRole('rowheader').innerText()).toBe('因过长被拒绝');
    expect(await row.locator('[lang=en]').count()).toBe(1);
  });

  test('compares what has nothing in common: no choice of axes, reasons in Chinese', async () => {
    const ids = [await idOf(view(), 'ancestral-trace'), await idOf(view(), 'single-retrieval')];
    const page = await open(`/compare?${new URLSearchParams(ids.map((id): [string, string] => ['run', id]))}`, { language: 'zh-CN' });
    await page.getByText('两个运行没有共同的样本').waitFor();
    expect(await page.locator('.picker').innerText()).not.toContain('direct');
    const maps = page.locator('.difference-maps');
    expect(await maps.innerText()).toContain('没有两个共同的坐标轴');
    expect(await maps.getByRole('combobox').count()).toBe(0);
  });
});
