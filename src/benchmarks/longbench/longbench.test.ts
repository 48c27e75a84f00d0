import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LONGBENCH_DATASETS } from './datasets.ts';
import { longbench } from './index.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'fathom-longbench-'))));
afterAll(() => rm(folder, { recursive: true }));

interface Row {
  readonly pred: unknown;
  readonly answers: readonly string[];
  readonly all_classes?: readonly string[] | null;
  readonly length?: number;
}

async function scored(
  files: { readonly [dataset: string]: readonly Row[] },
  more: { readonly skipBadRows?: boolean; readonly mode?: 'official' | 'fixed' } = {},
) {
  const own = await mkdtemp(join(folder, 'pred-'));
  for (const [dataset, rows] of Object.entries(files))
    await writeFile(join(own, `${dataset}.jsonl`), rows.map((row) => JSON.stringify(row)).join('\n'));
  return longbench.score({ predictions: [own], ...more });
}

test('every dataset has its metric; the best accepted answer counts', async () => {
  const { scores } = await scored({
    'repobench-p': [{ pred: '# c\nreturn foo(a, b)', answers: ['return foo(a,b)'] }],
    passage_retrieval_zh: [{ pred: '段落3或4', answers: ['段落4'] }],
    passage_count: [{ pred: '17 17 3', answers: ['17'] }],
    trec: [{ pred: 'city\nstate', answers: ['city'], all_classes: ['city', 'state'] }],
    triviaqa: [{ pred: '\nred lamp\nnot blue', answers: ['rope', 'red lamp'] }],
    vcsum: [{ pred: '会议讨论了年度预算和人员安排。', answers: ['会议主要讨论预算安排以及人员问题。'] }],
    gov_report: [{ pred: 'alpha beta gamma', answers: ['alpha gamma delta beta'] }],
    multifieldqa_zh: [{ pred: '北京是中国的首都。', answers: ['中国首都是北京'] }],
    qasper: [
      { pred: 'The cat sat on a mat.', answers: ['cat on the mat'] },
      { pred: 'no', answers: ['yes'] },
    ],
  });
  expect(scores.map(({ task, value, n }) => [task, value, n])).toEqual([
    ['qasper', 42.86, 2],
    ['multifieldqa_zh', 88.89, 1],
    ['gov_report', 57.14, 1],
    ['vcsum', 47.06, 1],
    ['trec', 100, 1],
    ['triviaqa', 100, 1],
    ['passage_count', 66.67, 1],
    ['passage_retrieval_zh', 50, 1],
    ['repobench-p', 97, 1],
  ]);
  expect(LONGBENCH_DATASETS).toHaveLength(21);
});

test('fixed: the list of classes is read before any of it is removed, and a long answer has a score', async () => {
  const words = Array.from({ length: 1200 }, (_, i) => `w${i}`).join(' ');
  const files = {
    trec: [{ pred: 'ABC', answers: ['ABC'], all_classes: ['A', 'AB', 'ABC'] }],
    gov_report: [{ pred: words, answers: [words] }],
  };
  const values = async (mode: 'official' | 'fixed') => (await scored(files, { mode })).scores.map(({ task, value }) => [task, value]);
  expect(await values('official')).toEqual([
    ['gov_report', 0],
    ['trec', 50],
  ]);
  expect(await values('fixed')).toEqual([
    ['gov_report', 100],
    ['trec', 100],
  ]);
});

test('rows with a length are scored by bin too; an empty bin has no value', async () => {
  const row = (pred: string, length: number) => ({ pred, answers: ['lamp'], length });
  const { scores } = await scored({ hotpotqa: [row('lamp', 3999), row('rope', 4000), row('lamp', 7999)] });
  expect(scores.map(({ metric, value, n }) => [metric, value, n])).toEqual([
    ['score', 66.67, 3],
    ['score_0-4k', 100, 1],
    ['score_4-8k', 50, 2],
    ['score_8k+', null, 0],
  ]);
});

test('bad rows are refused with file and line, or left out', async () => {
  const files = {
    lsht: [
      { pred: 'a', answers: ['a'], all_classes: null },
      { pred: 7, answers: ['a'] },
      { pred: 'a', answers: [] },
      { pred: 'a', answers: ['a'], all_classes: ['a'] },
    ],
  };
  await expect(scored(files)).rejects.toMatchObject({
    code: 'data',
    message: expect.stringMatching(/lsht\.jsonl:1: no classes.*lsht\.jsonl:2: at pred.*lsht\.jsonl:3: no accepted answer/s) as string,
  });
  expect(await scored(files, { skipBadRows: true })).toMatchObject({
    scores: [{ value: 100, n: 1 }],
    skipped: [{ line: 1 }, { line: 2 }, { line: 3 }],
  });
  await expect(longbench.score({ predictions: [folder], data: folder })).rejects.toMatchObject({ code: 'misuse' });
  await expect(scored({ qasperr: [] })).rejects.toMatchObject({ fix: 'Did you mean qasper?' });
});
