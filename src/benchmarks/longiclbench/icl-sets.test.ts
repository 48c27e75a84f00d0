import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sample } from '../../core/index.ts';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { bareLabel } from './bare-label.ts';
import { longiclbench } from './index.ts';
import { dealRounds } from './rounds.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (id: string) => longiclbench.tasks.find((each) => each.id === `longiclbench/${id}`)!;
const run = (id: string, options = {}) => dataRun(task(id), { dataDir, ...options });

test('BANKING77: rounds deal one example of each label, grouped ones stand label by label', async () => {
  const { samples, messages, wholeTokens } = await run('banking77');
  expect(samples.map(({ id, target, cell }) => [id, target, cell['rounds']])).toEqual([
    ['longiclbench/banking77/1/1/0', ['card_swallowed'], 1],
    ['longiclbench/banking77/1/2/0', ['card_on_its_way'], 1],
    ['longiclbench/banking77/2/1/0', ['card_swallowed'], 2],
    ['longiclbench/banking77/2/2/0', ['card_on_its_way'], 2],
  ]);
  const labels = (sample: Sample, of: typeof messages) => [...of(sample)[0]!.matchAll(/category: (\w+)/g)].map(([, name]) => name);
  expect(labels(samples[2]!, messages)).toEqual(['card_on_its_way', 'card_swallowed', 'card_on_its_way', 'card_swallowed']);
  expect(messages(samples[0]!)[0]).toMatch(/\n\nservice query: The slot will not give it back\nintent category:$/);
  expect(samples[2]!.promptTokens).toBe(wholeTokens(samples[2]!));
  const grouped = await run('banking77-grouped');
  expect(labels(grouped.samples[2]!, grouped.messages)).toEqual(['card_on_its_way', 'card_on_its_way', 'card_swallowed', 'card_swallowed']);
});

test('GoEmotions: numbers are named by the file of labels; comments of several emotions are left out', async () => {
  const { samples, messages } = await run('goemotion');
  expect(samples.map(({ target }) => target)).toEqual([['delight']]);
  expect(messages(samples[0]!)[0]).toContain(
    'comment: What a day!\nemotion category: delight\n\ncomment: Leave me.\nemotion category: grudge',
  );
});

test('every set is asked, and gold answers score 1; its texts are read again', async () => {
  for (const id of ['goemotion', 'banking77', 'tacred', 'discovery', 'dialogre', 'tacred-grouped']) {
    const { samples, corpora } = await run(id);
    expect([id, samples.length > 0]).toEqual([id, true]);
    for (const sample of samples) expect(scored(task(id), sample, (sample.target as string[]).join(', ')).value).toBe(1);
    expect((await longiclbench.reopen!(corpora[0]!)).digest).toBe(corpora[0]!.digest);
  }
});

test('answers: echoes, next examples, signs around the label', async () => {
  const [sample] = (await run('banking77')).samples;
  const value = (reply: string) => scored(task('banking77'), sample!, reply).value;
  expect(value('service query: The slot will not give it back\nintent category: card_swallowed\n\nservice query: x')).toBe(1);
  expect(value('"Card_swallowed".')).toBe(1);
  expect(value('card_swallowed, I think')).toBe(0);
  const [compat] = (await run('banking77', { mode: 'compat' })).samples;
  expect([
    scored(task('banking77'), compat!, '"card_swallowed"').value,
    compat!.ask.kind === 'generate' && compat!.ask.steps[0]!.output.temperature,
  ]).toEqual([0, 1]);
});

test('Discovery: compat deletes commas of the reply alone, and so never finds a label with one', async () => {
  const values = await Promise.all(
    ['compat', 'corrected'].map(async (mode) => {
      const { samples } = await run('discovery', { mode });
      return scored(task('discovery'), samples[0]!, 'However,').value;
    }),
  );
  expect(values).toEqual([0, 1]);
});

test('TacRED and DialogRE: what is no relation counts as none; by position; compat is content with a part that holds it', async () => {
  const [tacred] = (await run('tacred')).samples;
  expect(scored(task('tacred'), tacred!, 'boss of')).toMatchObject({
    value: 0,
    errorClass: 'invalid-label',
    counts: { correct: 0, predicted: 0, wanted: 1 },
  });
  expect(scored(task('tacred'), tacred!, 'per:age')).toMatchObject({ value: 0, counts: { correct: 0, predicted: 1, wanted: 1 } });
  const reply = '1. per:siblings, per:place_of_residence';
  const counts = async (mode: string) => scored(task('dialogre'), (await run('dialogre', { mode })).samples[0]!, reply).counts;
  expect([await counts('compat'), await counts('corrected')]).toEqual([
    { correct: 2, predicted: 2, wanted: 2 },
    { correct: 1, predicted: 1, wanted: 2 },
  ]);
});

test('the headline is the mean of the sets: micro F1 where answers are counted', () => {
  const row = (id: string, value: number, counts?: { correct: number; predicted: number; wanted: number }) => ({
    task: `longiclbench/${id}`,
    cell: { rounds: 1 },
    result: { status: 'ok' as const, score: { value, mode: 'corrected', metric: 'm', ...(counts && { counts }) } },
  });
  const rows = [
    row('banking77', 1),
    row('banking77', 0),
    row('banking77-grouped', 0),
    row('tacred', 1, { correct: 1, predicted: 1, wanted: 1 }),
    row('tacred', 0, { correct: 0, predicted: 0, wanted: 1 }),
  ];
  const values = Object.fromEntries(longiclbench.aggregate(rows, {}).map(({ metric, value }) => [metric, Number(value?.toFixed(4))]));
  expect(values).toMatchObject({
    overall: 0.5833,
    banking77: 0.5,
    tacred: 0.6667,
    'banking77-grouped': 0,
    'banking77/rounds-1': 0.5,
    'tacred/rounds-1/recall': 0.5,
  });
});

test('rounds deal all items once, a label a second time only after every label that has more', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 40 }), fc.nat(50), (labels, count) => {
      const items = labels.map((label, i) => ({ label, i }));
      const dealt = dealRounds(items, { labelOf: ({ label }) => label, count });
      expect(dealt).toHaveLength(Math.min(count, items.length));
      expect(new Set(dealt).size).toBe(dealt.length);
      const first = dealt.slice(0, new Set(labels).size).map(({ label }) => label);
      expect(first).toEqual([...new Set(labels)].slice(0, first.length));
    }),
  );
});

test('a bare label: linear on any text', () => {
  expect([' “Refund.” ', '[no-conn]', '。', 'a, b'].map(bareLabel)).toEqual(['refund', 'no-conn', '', 'a, b']);
  expect(bareLabel(`${' '.repeat(1e6)}x${'.'.repeat(1e6)}y`)).toHaveLength(1e6 + 2);
});
