import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { RULE_NAMES, scoreAnswer, type RuleName } from './scorers.ts';

test.each<[RuleName, string | readonly string[], string, number]>([
  ['contains', 'Green', 'It was green.', 1],
  ['contains', ['red', 'it’s green'], "It's  GREEN", 1],
  ['contains', 'green', 'grey', 0],
  ['word', '7', 'Room 17', 0],
  ['word', '7', 'Room 7, floor 17', 1],
  ['word', '周三', '仓库周三休息。', 1],
  ['word', 'cat', 'cats and a concat', 0],
  ['keywords', ['red', 'green', 'blue', 'grey'], 'Green and blue', 0.5],
  ['exact', 'Orford', ' "orford." ', 1],
  ['exact', 'Orford', 'In Orford', 0],
  ['number', '1234.5', 'First 3, then 1,234.50 in all.', 1],
  ['number', '-3', 'minus: −3', 1],
  ['number', '30', '３０ 天', 1],
  ['number', '30', 'thirty', 0],
  ['number', '30', '30 days, not 40', 0],
  ['boxed', '12', String.raw`So \boxed{\text{12}}.`, 1],
  ['boxed', '12', '12', 0],
  ['choice', 'B', 'The answer is B.', 1],
  ['choice', 'B', 'blue', 1],
  ['choice', 'B', 'A, because it is red', 0],
  ['levenshtein', ['abcd', 'xyz'], 'abcx', 0.75],
  ['words', 'green old gate', 'the old gate', 2 / 3],
])('%s: %j in %j', (scorer, expected, answer, value) => {
  const choices = scorer === 'choice' ? { choices: ['red', 'blue'] } : {};
  expect(scoreAnswer(answer, { scorer, expected: [expected].flat() as string[], ...choices })).toBeCloseTo(value, 9);
});

test('any answer gets a value from 0 to 1 from any scorer', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string(), { minLength: 1 }),
      fc.constantFrom(...RULE_NAMES),
      (answer, expected, scorer) => {
        const value = scoreAnswer(answer, { scorer, expected, choices: ['a', 'b'] });
        expect(value >= 0 && value <= 1).toBe(true);
      },
    ),
  );
});

test('long hostile answers are scored in linear time', () => {
  const answers = [
    '1,'.repeat(100_000),
    `${'9'.repeat(100_000)}e`,
    '{\\boxed'.repeat(40_000),
    'answer is '.repeat(20_000),
    'aab'.repeat(60_000),
  ];
  for (const scorer of RULE_NAMES)
    for (const answer of answers) expect(scoreAnswer(answer, { scorer, expected: ['aaaab'], choices: ['a', 'b'] })).toBeLessThan(1);
});
