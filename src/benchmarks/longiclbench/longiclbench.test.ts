import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { answerOf } from './fewnerd-prompts.ts';
import { longiclbench } from './index.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const [task] = longiclbench.tasks;

test('demonstrations are quoted by reference before each sentence', async () => {
  const { samples, messages, corpora, wholeTokens } = await dataRun(task!, { dataDir });
  expect(corpora).toHaveLength(1);
  expect(samples.map(({ id, cluster }) => [id, cluster])).toEqual([
    ['longiclbench/fewnerd/1/1/0', 'longiclbench/fewnerd/row/1'],
    ['longiclbench/fewnerd/1/2/0', 'longiclbench/fewnerd/row/2'],
  ]);
  const [prompt] = messages(samples[0]!);
  expect(prompt).toMatch(
    /\n\nSentence: Ada Trent moved to Velm\.\nEntity: type\nAda Trent: person-other\nVelm: location-GPE\n\nSentence: The Blue [^]*Orford Nets: organization-company\n\nSentence: Tom Reed left Orford\.\nEntity: type\n$/,
  );
  expect(samples[0]!.promptTokens).toBe(wholeTokens(samples[0]!));
  const { skipped } = await dataRun(task!, { dataDir, lengths: [60] });
  expect(skipped.map(({ skipped: { reason } }) => reason)).toEqual(['length', 'length']);
});

test('the answer of a reply: after an echo, before the next sentence', () => {
  const sentence = 'Tom left Orford.';
  for (const reply of [
    'Tom: person\nOrford: town',
    'Entity: type\nTom: person\nOrford: town\n\nSentence: more\nEntity: type\nA: b',
    `Sentence: ${sentence}\nEntity: type\nTom: person\nOrford: town`,
  ])
    expect(answerOf(reply, sentence)).toBe('Tom: person\nOrford: town');
});

test('one sentence is scored by its F1, all of them by their sums', async () => {
  const { samples } = await dataRun(task!, { dataDir });
  const replies = ['Tom Reed: person-other\nOrford: location-park', 'Velm Lamps: organization-company'];
  const scores = samples.map((sample, i) => scored(task!, sample, replies[i]!));
  expect(scores.map(({ value, counts }) => ({ value, counts }))).toEqual([
    { value: 0.5, counts: { correct: 1, predicted: 2, wanted: 2 } },
    { value: 1, counts: { correct: 1, predicted: 1, wanted: 1 } },
  ]);
  const rows = samples.map(({ task: id, cell }, i) => ({ task: id, cell, result: { status: 'ok' as const, score: scores[i]! } }));
  const [overall, , f1] = longiclbench.aggregate(rows, {});
  expect(overall).toMatchObject({ metric: 'overall', value: expect.closeTo(2 / 3, 6) as number, n: 2 });
  expect(f1).toMatchObject({ metric: 'fewnerd/rounds-1/f1', n: 2 });
});

const shared = ['../shared/data/longicl', '../../shared/data/longicl'].find((path) => existsSync(path));
describe.skipIf(shared === undefined)('the official files (skipped: ../shared/data is absent)', () => {
  test('500 sentences after each of five rounds; gold answers written out score 1', async () => {
    const { samples, corpora } = await dataRun(task!, { dataDir: shared! });
    expect(samples).toHaveLength(2500);
    expect(corpora[0]!.documents).toHaveLength(6);
    expect(samples.at(-1)!.promptTokens).toBeGreaterThan(18_000);
    const right = samples.filter((sample) => {
      const gold = Object.entries(sample.target as Record<string, string>);
      return scored(task!, sample, gold.map((pair) => pair.join(': ')).join('\n')).value === 1;
    });
    expect(right.length / samples.length).toBeGreaterThan(0.99);
  });
});
