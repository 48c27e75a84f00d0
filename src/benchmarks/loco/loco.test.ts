import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loco } from './index.ts';

const data = join(import.meta.dirname, 'fixtures');
const rankings = join(data, 'rankings');
const percent = (value: number) => Number((100 * value).toFixed(4));

test('stored rankings: answers weigh 1, the query itself is no hit, queries that were not ranked are left out', async () => {
  const { scores, skipped } = await loco.score({ predictions: [rankings], data });
  const first = 1 / Math.log2(3);
  const second = (1 + 1 / Math.log2(4)) / (1 + 1 / Math.log2(3));
  expect(scores.filter(({ metric }) => metric === 'nDCG@10 rankings')).toEqual([
    { task: 'qmsum', metric: 'nDCG@10 rankings', value: percent((first + second) / 2), n: 2 },
    { task: 'stackoverflow', metric: 'nDCG@10 rankings', value: null, n: 0 },
    { task: 'qasper_title', metric: 'nDCG@10 rankings', value: null, n: 0 },
    { task: 'average', metric: 'nDCG@10 rankings', value: percent((first + second) / 2), n: 2 },
  ]);
  expect(scores.find(({ metric }) => metric === 'nDCG@1 rankings')).toMatchObject({ task: 'average', value: 50 });
  expect(skipped).toEqual([]);
});

test('the floor of BM25 ranks each data set by itself; data sets weigh the same', async () => {
  const { scores } = await loco.score({ predictions: ['bm25'], data });
  const value = (task: string) => scores.find((each) => each.task === task && each.metric === 'nDCG@10 BM25')!.value;
  // Of the two answers to q2 the one without a word of it is not found.
  const qmsum = (1 + 1 / (1 + 1 / Math.log2(3))) / 2;
  expect([value('qmsum'), value('stackoverflow'), value('average')]).toEqual([percent(qmsum), 100, percent((qmsum + 2) / 3)]);
  // A pair of Qasper without a text is dropped, and a query that has no other with it.
  expect(scores.find(({ task }) => task === 'qasper_title')).toMatchObject({ value: 100, n: 1 });
});

test('no data, no rankings and broken rows are told', async () => {
  await expect(loco.score({ predictions: ['bm25'] })).rejects.toMatchObject({
    code: 'misuse',
    fix: expect.stringContaining('--data DIR') as string,
  });
  await expect(loco.score({ predictions: ['bm25'], data: rankings })).rejects.toMatchObject({ code: 'missing' });
  await expect(loco.score({ predictions: [join(data, 'none')], data })).rejects.toMatchObject({ code: 'missing' });
  const folder = await mkdtemp(join(tmpdir(), 'fathom-loco-'));
  await writeFile(join(folder, 'a.jsonl'), '{"qid":"q2","pids":["p2","p4"]}\n{"qid":"q1"}\n');
  await expect(loco.score({ predictions: [folder], data })).rejects.toMatchObject({
    code: 'data',
    message: expect.stringContaining('a.jsonl:2: at pids') as string,
  });
  const { scores, skipped } = await loco.score({ predictions: [folder], data, skipBadRows: true });
  expect(scores[0]).toMatchObject({ task: 'qmsum', value: 100, n: 1 });
  expect(skipped).toEqual([{ file: join(folder, 'a.jsonl'), line: 2, problem: expect.stringContaining('at pids') as string }]);
  await rm(folder, { recursive: true });
});
