import { expect, test } from 'vitest';
import type { RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom } = workplace();

const scoresOf = ({ scores }: RunSummary, task: string) => scores.filter((score) => score.task === `needlebench/${task}`);

test('on built-in haystacks to a million tokens every prompt is exact when tokenised whole, and the reader finds 95 % or more', async () => {
  const lengths = ['1k', '8k', '64k', '256k', '1m'];
  const args = ['run', 'needlebench/single-retrieval', '--lengths', lengths.join(','), '--repeats', '1', '--json', '--quiet'];
  const run = await fathom(args);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const scores = scoresOf(JSON.parse(run.stdout) as RunSummary, 'single-retrieval');
  expect(scores).toHaveLength(lengths.length * 11 * 2);
  const means = Map.groupBy(scores, ({ cell }) => `${cell['language']} ${cell['askedTokens']}`);
  expect(means.size).toBe(lengths.length * 2);
  for (const [column, cells] of means) {
    const mean = cells.reduce((sum, { mean: value }) => sum + value!, 0) / cells.length;
    expect({ column, isEnough: mean >= 0.95 }).toEqual({ column, isEnough: true });
  }
  const verified = await fathom(['verify', '--json']);
  expect(JSON.parse(verified.stdout)).toMatchObject({ checked: lengths.length * 11 * 2, mismatches: [] });
}, 240_000);

test('the reader solves next to nothing where reasoning is asked', async () => {
  const tasks = ['multi-reasoning', 'ancestral-trace', 'ancestral-trace-hard'].map((name) => `needlebench/${name}`);
  const run = await fathom(['run', ...tasks, '--lengths', '2k', '--depths', '0,50,100', '--repeats', '1', '--json', '--quiet']);
  const summary = JSON.parse(run.stdout) as RunSummary;
  for (const task of ['multi-reasoning', 'ancestral-trace', 'ancestral-trace-hard']) {
    const scores = scoresOf(summary, task).filter(({ metric }) => metric === 'boxed-exact');
    expect(scores.length).toBeGreaterThan(10);
    expect(scores.reduce((sum, { mean }) => sum + mean!, 0) / scores.length).toBeLessThan(0.05);
  }
});
