import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { adaLeval } from './index.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const [bestAnswer, tsort] = adaLeval.tasks;

test('candidates are numbered, a shuffled text is the whole prompt', async () => {
  const { samples, messages, skipped, wholeTokens } = await dataRun(bestAnswer!, { dataDir });
  expect(samples.map(({ id, target }) => [id, target])).toEqual([
    ['ada-leval/bestanswer/1k/1/0', 'A2'],
    ['ada-leval/bestanswer/1k/2/0', 'A1'],
  ]);
  expect(messages(samples[0]!)[0]).toMatch(
    /Question:\n\nHow do I join two lists\?\n\nAnswers:\n\nA1:\n\nUse a loop\.\n\nA2:\n\nUse \+\.\n\nA3:[^]*nothing else\.$/,
  );
  expect(samples[0]!.promptTokens).toBe(wholeTokens(samples[0]!));
  expect(skipped).toHaveLength(9);
  const sorting = await dataRun(tsort!, { dataDir });
  expect(sorting.messages(sorting.samples[0]!)).toEqual([expect.stringMatching(/^Put the segments in order[^]*All went home\.$/)]);
});

test('answers are read by the published rules in compat, by the repaired ones else', async () => {
  const run = async (mode: string) => ({
    best: (await dataRun(bestAnswer!, { dataDir, mode })).samples[0]!,
    order: (await dataRun(tsort!, { dataDir, mode })).samples[0]!,
  });
  const [fixed, compat] = [await run('corrected'), await run('compat')];
  const reply = 'Not A3: A2';
  expect([scored(bestAnswer!, fixed.best, reply).value, scored(bestAnswer!, compat.best, reply).value]).toEqual([1, 0]);
  expect([scored(tsort!, fixed.order, '[2]').value, scored(tsort!, compat.order, '[2]').value]).toEqual([0, 1]);
  expect(scored(tsort!, fixed.order, 'Answer: [2, 1, 3, 4]')).toMatchObject({ value: 1, parts: [{ metric: 'valid', value: 1 }] });
  expect(scored(bestAnswer!, fixed.best, 'none')).toMatchObject({ value: 0, errorClass: 'invalid-form' });
});

test('only the published number of rows is read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-ada-'));
  const row = { prompt: 'p', answer: [1, 2, 3, 4] };
  const write = (level: string, rows: number) =>
    writeFile(
      join(folder, `textsort_${level}.json`),
      JSON.stringify(Array.from({ length: rows }, (_, i) => ({ ...row, prompt: `p${i}` }))),
    );
  await write('2k', 260);
  await write('32k', 60);
  const { samples, corpora } = await dataRun(tsort!, { dataDir: folder });
  expect([...Map.groupBy(samples, ({ cell }) => cell['level'])].map(([level, own]) => [level, own.length])).toEqual([
    ['2k', 200],
    ['32k', 50],
  ]);
  for (const corpus of corpora) expect((await adaLeval.reopen!(corpus)).digest).toBe(corpus.digest);
  await rm(folder, { recursive: true });
});

test('levels weigh the same', () => {
  const row = (name: string, level: string, value: number) => ({
    task: `ada-leval/${name}`,
    cell: { level },
    result: { status: 'ok' as const, score: { value, mode: 'corrected', metric: 'accuracy', parts: [{ metric: 'valid', value: 1 }] } },
  });
  const rows = [row('bestanswer', '1k', 1), row('bestanswer', '1k', 1), row('bestanswer', '2k', 0), row('tsort', '2k', 0)];
  const values = Object.fromEntries(adaLeval.aggregate(rows, {}).map(({ metric, value }) => [metric, value]));
  expect(values).toMatchObject({ overall: 0.25, bestanswer: 0.5, 'bestanswer/1k': 1, 'bestanswer/1k/valid': 1, 'tsort/2k': 0 });
});
