import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScoredRow } from '../../core/index.ts';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { lara } from './index.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (name: string) => lara.tasks.find(({ id }) => id === `lara/${name}`)!;

test('a question is about its text in the folder; what is not there is told', async () => {
  const { samples, skipped, messages, corpora, wholeTokens } = await dataRun(task('location'), { dataDir });
  expect(samples.map(({ id, cell, target }) => ({ id, cell, target }))).toEqual([
    {
      id: 'lara/location/32k/financial/1/0',
      cell: { language: 'en', size: '32k', source: 'financial', part: '0', repeat: 0 },
      target: '$1,204.',
    },
  ]);
  const [system, user] = messages(samples[0]!);
  expect(system).toBe('You are a helpful assistant.');
  expect(user).toMatch(/financial statement[^]*\n\nVelm Boats, Inc\.\n[^]*Question: What was the cash at the end of May\?\n/);
  expect(user).not.toContain('Trent');
  expect(samples[0]!.promptTokens).toBe(wholeTokens(samples[0]!));
  expect(corpora.map(({ origin }) => origin)).toEqual([{ kind: 'data', family: 'lara', path: join(dataDir, '32k/financial') }]);
  expect(skipped.map(({ id, skipped: { reason } }) => `${id} ${reason}`)).toEqual([
    'lara/location/32k/book/data no-data',
    'lara/location/32k/financial/2 no-data',
    'lara/location/32k/paper/data no-data',
    'lara/location/128k/book/data no-data',
    'lara/location/128k/financial/data no-data',
    'lara/location/128k/paper/data no-data',
  ]);
});

test('a file name that is a path is a bad row', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-lara-'));
  await mkdir(join(folder, 'query'));
  const row = { type: 'financial', level: 'location', length: '32k', file: '../secret.txt', question: 'q', answer: 'a' };
  await writeFile(join(folder, 'query/32k_financial_location.jsonl'), JSON.stringify(row));
  await expect(dataRun(task('location'), { dataDir: folder })).rejects.toMatchObject({
    code: 'data',
    message: expect.stringContaining('financial_location.jsonl:1: at file: not the name of a file') as string,
  });
  await rm(folder, { recursive: true });
});

test('answers are scored by the proxy, and the score says so', async () => {
  const [location] = (await dataRun(task('location'), { dataDir })).samples;
  expect(scored(task('location'), location!, 'Cash was $1,204 in May')).toMatchObject({ value: 1, metric: 'proxy-f1' });
  expect(scored(task('location'), location!, '$9').value).toBe(0);
  const [hallu] = (await dataRun(task('hallu'), { dataDir })).samples;
  expect(scored(task('hallu'), hallu!, 'The text does not mention it.')).toMatchObject({ value: 1, metric: 'proxy-not-mentioned' });
  expect(scored(task('hallu'), hallu!, 'Four dollars.').value).toBe(0);
  expect(lara.tasks.every(({ fidelity }) => Object.values(fidelity).every((word) => word === 'own'))).toBe(true);
});

test('kinds of documents weigh the same, then tasks, then sizes', () => {
  const row = (name: string, source: string, value: number, size = '32k'): ScoredRow => ({
    task: `lara/${name}`,
    cell: { size, source, part: '0' },
    result: { status: 'ok', score: { value, mode: 'corrected', metric: 'proxy-f1' } },
  });
  const rows = [
    row('location', 'book', 1),
    row('location', 'book', 1),
    row('location', 'paper', 0),
    row('comp', 'book', 1),
    row('comp', 'book', 0.5, '128k'),
  ];
  const values = Object.fromEntries(lara.aggregate(rows, {}).map(({ metric, value }) => [metric, value]));
  expect(values).toMatchObject({ overall: 0.625, '32k': 0.75, '128k': 0.5, 'location/32k': 0.5, 'location/32k/part-0': 2 / 3 });
});

const shared = ['../shared/data/lara', '../../shared/data/lara'].find((path) => existsSync(path));
describe.skipIf(shared === undefined)('the official 32k filings (skipped: ../shared/data is absent)', () => {
  test('148, 118, 87 and 118 questions over one set of texts; the proxy knows refusals from answers', async () => {
    const runs = await Promise.all(['location', 'reasoning', 'comp', 'hallu'].map((name) => dataRun(task(name), { dataDir: shared! })));
    expect(runs.map(({ samples }) => samples.length)).toEqual([148, 118, 87, 118]);
    expect(new Set(runs.flatMap(({ corpora }) => corpora.map(({ digest }) => digest))).size).toBe(1);
    const refusals = runs.map(({ samples }) =>
      samples.filter(({ target }) => scored(task('hallu'), samples[0]!, String(target)).value === 1),
    );
    expect(refusals.map(({ length }) => length)).toEqual([0, 1, 0, 118]);
  });
});
