import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ScoredRow } from '../../core/index.ts';
import { answered, dataRun } from '../../datasets/data-run.fixture.ts';
import { m4le } from './index.ts';
import { namesOf } from './load-m4le.ts';
import { M4LE_TASKS } from './tasks.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (name: string) => m4le.tasks.find(({ id }) => id === `m4le/${name}`)!;

async function value(name: string, reply: string, { row = 0, mode = 'corrected' } = {}): Promise<number> {
  const sample = (await dataRun(task(name), { dataDir, mode })).samples[row]!;
  const result = await task(name).score(answered(reply), sample, {});
  return result.status === 'ok' ? result.score.value : Number.NaN;
}

test('39 published tasks, and fourteen that are built', () => {
  expect(new Set(M4LE_TASKS.map(({ id }) => id)).size).toBe(39);
  expect(m4le.tasks).toHaveLength(53);
});

test('the prompt is instruction and input, quoted by reference; buckets and places are in the cell', async () => {
  const { samples, messages, corpora, wholeTokens } = await dataRun(task('newsqa'), { dataDir });
  expect(messages(samples[0]!)).toEqual([
    'Answer the question about the numbered notice.\nNotice 1: Ada Trent painted the pier.\nNotice 2: Tom Velm sold it.\nQuestion: Who painted the pier, by notice 1?\nAnswer:',
  ]);
  expect(samples.map(({ id, cell, promptTokens }) => ({ id, cell, promptTokens }))).toEqual([
    { id: 'm4le/newsqa/1/0', cell: { language: 'en', bucket: 1000, depthPercent: 0, repeat: 0 }, promptTokens: wholeTokens(samples[0]!) },
    { id: 'm4le/newsqa/2/0', cell: { language: 'en', bucket: 2000, depthPercent: 100, repeat: 0 }, promptTokens: wholeTokens(samples[1]!) },
  ]);
  const [corpus] = corpora;
  expect((await m4le.reopen!(corpus!)).digest).toBe(corpus!.digest);
});

test('files under either name are found; compat finds what the published evaluation finds', async () => {
  const asked = async (name: string, mode: string) => (await dataRun(task(name), { dataDir, mode })).samples.length;
  expect([await asked('clts+', 'corrected'), await asked('clts+', 'compat')]).toEqual([1, 0]);
  expect([await asked('thucnews_semantic-multiple', 'corrected'), await asked('thucnews_semantic-multiple', 'compat')]).toEqual([1, 1]);
  expect([await asked('mnds-news_explicit-multiple', 'corrected'), await asked('mnds-news_explicit-multiple', 'compat')]).toEqual([2, 0]);
  expect(M4LE_TASKS.filter((each) => namesOf(each, 'compat')[0] !== `${each.id}.jsonl`)).toHaveLength(8);
  const { skipped } = await dataRun(task('arxiv'), { dataDir });
  expect(skipped).toMatchObject([{ id: 'm4le/arxiv/data', skipped: { reason: 'no-data' } }]);
});

test('answers are cut and scored as published', async () => {
  expect(await value('newsqa', 'trent. And more')).toBe(1);
  expect(await value('newsqa', '\nTrent')).toBe(0);
  expect(await value('mnds-news_explicit-multiple', '0A11F0, 3BC2D4. 7E00AA')).toBe(0.5);
  expect(await value('mnds-news_explicit-multiple', '22BB33', { row: 1 })).toBe(1);
  expect(await value('thucnews_semantic-multiple', ' 2。两条')).toBe(1);
  expect(await value('clts+', '渡船中午载客前往对岸')).toBe(1);
  expect(await value('clts+', '渡船中午')).toBeLessThan(0.6);
});

test('the class of a patent must stand by itself; published, 1 is in 11', async () => {
  expect(await value('bigpatent_global_cls', '11: ovens')).toBe(0);
  expect(await value('bigpatent_global_cls', '11: ovens', { mode: 'compat' })).toBe(1);
  expect(await value('bigpatent_global_cls', '1: boats')).toBe(1);
});

test('a bucket of translations has the BLEU of all of them, not a mean', async () => {
  const name = 'news-commentary-en2zh';
  const { samples } = await dataRun(task(name), { dataDir });
  const replies = ['渡船今天中午出发。', '面包很贵。'];
  const rows = await Promise.all(
    samples.map(async ({ cell }, i) => ({
      task: `m4le/${name}`,
      cell,
      result: await task(name).score(answered(replies[i]!), samples[i]!, {}),
    })),
  );
  const mean = rows.reduce((sum, { result }) => sum + (result.status === 'ok' ? result.score.value : 0), 0) / 2;
  const bleu = m4le.aggregate(rows, {}).find(({ metric }) => metric === `${name}/1000`)?.value;
  expect([mean, bleu! > 0.6 && bleu! < 0.8]).toEqual([0.5, true]);
});

test('the headline weighs tasks of a bucket alike, then buckets; what is kept is told beside it', () => {
  const row = (name: string, bucket: number, score: number): ScoredRow => ({
    task: `m4le/${name}`,
    cell: { bucket },
    result: { status: 'ok', score: { value: score, mode: 'corrected', metric: 'exact' } },
  });
  const rows = [row('newsqa', 2000, 0.2), row('newsqa', 1000, 0.6), row('newsqa', 1000, 1), row('wow', 1000, 0.4), row('wow', 2000, 0.4)];
  const values = Object.fromEntries(m4le.aggregate(rows, {}).map(({ metric, value: number }) => [metric, number]));
  expect(values['overall']).toBeCloseTo(0.45, 12);
  expect(values['bucket-1000']).toBeCloseTo(0.6, 12);
  expect(values['kept-2000']).toBeCloseTo((0.2 + 0.5) / 2, 12);
  expect(m4le.aggregate([], {})[0]).toMatchObject({ metric: 'overall', value: null });
});
