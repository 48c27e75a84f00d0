import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { longins } from './index.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const [gist, list] = longins.tasks;

test('the entries of a file are its rows, with the instruction before the list or in its items', async () => {
  const { samples, skipped, messages, wholeTokens } = await dataRun(gist!, { dataDir });
  expect(samples.map(({ id, target, cell }) => [id, target, cell['level']])).toEqual([
    ['longins/gist/256/1/0', [2], '256'],
    ['longins/gist/256/2/0', [1, 3], '256'],
  ]);
  expect(samples[0]!.facts).toMatchObject({ key: 'sum-1' });
  expect(messages(samples[0]!)[0]).toMatch(
    /set:\n\nAdd the two numbers\.\n\n[^]*wrong\.\n\n\[1\] 2 and 3: 5\n[^]*7\n\nWhich questions have a wrong answer\?/,
  );
  expect(samples[0]!.promptTokens).toBe(wholeTokens(samples[0]!));
  expect(skipped).toHaveLength(6);
  const mixed = await dataRun(list!, { dataDir });
  expect(mixed.messages(mixed.samples[0]!)[0]).not.toContain('This is the task');
});

test('numbers count in brackets only', async () => {
  const [, second] = (await dataRun(gist!, { dataDir })).samples;
  expect(scored(gist!, second!, '[1, 3]').value).toBe(1);
  expect(scored(gist!, second!, '[1, 2]').value).toBe(0.5);
  expect(scored(gist!, second!, '1 and 3')).toMatchObject({ value: 0, errorClass: 'no-brackets' });
});

test('levels weigh the same, modes in the headline', () => {
  const row = (task: string, level: string, value: number) => ({
    task: `longins/${task}`,
    cell: { level },
    result: { status: 'ok' as const, score: { value, mode: 'corrected', metric: 'f1' } },
  });
  const rows = [row('gist', '256', 1), row('gist', '256', 1), row('gist', '512', 0), row('list', '256', 0)];
  const values = Object.fromEntries(longins.aggregate(rows, {}).map(({ metric, value }) => [metric, value]));
  expect(values).toEqual({ overall: 0.25, GIST: 0.5, LIST: 0, 'GIST/256': 1, 'GIST/512': 0, 'LIST/256': 0 });
});
