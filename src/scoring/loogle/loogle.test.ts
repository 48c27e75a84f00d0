import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clozeCounts, loogleSimilarity, reorderDistances, romanNumerals } from '../index.ts';

const values = (given: string, right: string) => {
  const found = reorderDistances(given.split(','), right.split(','));
  return found && [found.squared, found.absolute, found.swaps, found.swapDistance].map(({ value }) => value);
};

describe('timeline reorder', () => {
  test('published values', () => {
    expect(values('II,I,III', 'I,II,III')).toEqual([2 / 3, 2 / 3, 1, 1]);
    expect(values('III,II,IV,I', 'I,IV,II,III')).toEqual([5, 2, 2, 4]);
    expect([values('I,II', 'I,II,III'), values('I,I,II', 'I,II,III'), values('I,II,V', 'I,II,III')]).toEqual([null, null, null]);
  });

  test('shares: 0 when right, 1 when as wrong as can be', () => {
    const shares = (given: readonly string[], right: readonly string[]) =>
      Object.values(reorderDistances(given, right)!).map(({ share }) => share as number);
    const right = ['I', 'II', 'III', 'IV'];
    expect(shares(right, right)).toEqual([0, 0, 0, 0]);
    expect(shares(right.toReversed(), right)).toEqual([1, 1, 2 / 3, 2 / 3]);
    expect(shares(['II', 'III', 'IV', 'I'], right)[2]).toBe(1);
    expect(shares(['I'], ['I'])).toEqual([0, 0, 0, 0]);
  });

  test('Roman numerals as words, the pronoun with them', () => {
    expect(romanNumerals('IV. then I think: ii, XII-IX, IIII, VIa, CIVIL')).toEqual(['IV', 'I', 'XII', 'IX']);
  });

  const stored = ['../shared/data/loogle', '../../shared/data/loogle'].find((path) => existsSync(path));
  test.skipIf(stored === undefined)('the stored answers of gpt4-32k (skipped: ../shared/data is absent)', () => {
    const rows = readFileSync(`${stored}/longdep_qa_reorder_gpt4-32k.jsonl`, 'utf8').trim().split('\n');
    const pairs = rows.flatMap((line) => {
      const { output, llm_output: answers } = JSON.parse(line) as { output: string[]; llm_output: string[] };
      return output.map((right, i) =>
        reorderDistances(
          romanNumerals(answers[i]!),
          right.split(',').map((item) => item.trim()),
        ),
      );
    });
    const scored = pairs.filter((each) => each !== null);
    const sum = (key: 'squared' | 'absolute' | 'swaps') => scored.reduce((total, each) => total + each[key].value, 0);
    expect([pairs.length, scored.length, sum('swaps')]).toEqual([214, 194, 143]);
    expect([sum('squared') / 194, sum('absolute') / 194]).toEqual([
      expect.closeTo(0.6367943053510068, 12),
      expect.closeTo(0.43065783014236625, 12),
    ]);
  });
});

test('cloze: a dict in JSON or Python, counted by mask', () => {
  const gold = { '<mask-0>': 'Ann Reed', '<mask-1>': 'Orford', '<mask-2>': 'tea' };
  expect(clozeCounts(`{'<mask-0>': 'Ann', "<mask-1>": 'Orford'}`, gold)).toEqual({ exact: 1, partial: 2, masks: 3 });
  expect(clozeCounts('{"<mask-0>": "Ann Reed", "<mask-2>": 7}', gold)).toEqual({ exact: 1, partial: 1, masks: 3 });
  for (const junk of ['Ann Reed', '', '[1]', 'None', "__import__('os')", '{"<mask-0>": open("x")}'])
    expect(clozeCounts(junk, gold)).toEqual({ exact: 0, partial: 0, masks: 3 });
});

test('similarity: an empty answer is the word None; full stops alone have no ROUGE', () => {
  expect(loogleSimilarity('', 'None')).toMatchObject({ bleu1: 1, rouge: { rouge1: { r: 1 } } });
  expect(loogleSimilarity('the red lamp', 'the lamp is red')).toMatchObject({
    bleu4: expect.closeTo(0, 12),
    rouge: { rouge1: { r: 0.75, p: 1 } },
  });
  expect(loogleSimilarity('...', 'x').rouge).toBeNull();
});
