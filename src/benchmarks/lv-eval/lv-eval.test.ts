import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Result, Sample } from '../../core/index.ts';
import { answered, dataRun } from '../../datasets/data-run.fixture.ts';
import { LVEVAL_DATASETS } from './datasets.ts';
import { lvEval } from './index.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (name: string) => lvEval.tasks.find(({ id }) => id === `lv-eval/${name}`)!;

async function scoreOf(name: string, sample: Sample, reply: string) {
  const result = (await task(name).score(answered(reply), sample, {})) as Result;
  return result.status === 'ok' ? result.score : undefined;
}

test('each level is a cell; the same line of every level is one question for intervals', async () => {
  expect(LVEVAL_DATASETS).toHaveLength(11);
  const { samples, skipped, messages, wholeTokens } = await dataRun(task('hotpotwikiqa_mixup'), { dataDir });
  expect(samples.map(({ id, cell, cluster }) => [id, cell['level'], cluster])).toEqual([
    ['lv-eval/hotpotwikiqa_mixup/16k/1/0', '16k', 'lv-eval/hotpotwikiqa_mixup/row/1'],
    ['lv-eval/hotpotwikiqa_mixup/32k/1/0', '32k', 'lv-eval/hotpotwikiqa_mixup/row/1'],
  ]);
  expect(skipped.map(({ id }) => id)).toEqual(['64k', '128k', '256k'].map((level) => `lv-eval/hotpotwikiqa_mixup/${level}/data`));
  expect(messages(samples[1]!)[0]).toMatch(/Ada Trent drew the tower of Velm\.[^]*Question: Who drew the tower\?\nAnswer:$/);
  expect(samples[1]!.promptTokens).toBe(wholeTokens(samples[1]!));
});

test('an answer without the keywords scores 0, in Chinese the gold answer is the keyword', async () => {
  const [en] = (await dataRun(task('hotpotwikiqa_mixup'), { dataDir })).samples;
  expect(await scoreOf('hotpotwikiqa_mixup', en!, 'Ada Trent')).toMatchObject({ value: 1, metric: 'keyword-f1' });
  expect(await scoreOf('hotpotwikiqa_mixup', en!, 'Tom')).toMatchObject({ value: 0 });
  const [zh] = (await dataRun(task('cmrc_mixup'), { dataDir })).samples;
  expect(await scoreOf('cmrc_mixup', zh!, '艾达')).toMatchObject({ value: 1, metric: 'keyword-f1-zh' });
});

test('data sets weigh the same at a level, levels in the headline', () => {
  const row = (name: string, level: string, value: number) => ({
    task: `lv-eval/${name}`,
    cell: { level },
    result: { status: 'ok' as const, score: { value, mode: 'corrected', metric: 'f1' } },
  });
  const rows = [row('cmrc_mixup', '16k', 1), row('cmrc_mixup', '16k', 1), row('lic_mixup', '16k', 0), row('lic_mixup', '256k', 0.25)];
  const values = Object.fromEntries(lvEval.aggregate(rows, {}).map(({ metric, value }) => [metric, value]));
  expect(values).toEqual({ overall: 0.375, '16k': 0.5, '256k': 0.25, 'cmrc_mixup/16k': 1, 'lic_mixup/16k': 0, 'lic_mixup/256k': 0.25 });
});
