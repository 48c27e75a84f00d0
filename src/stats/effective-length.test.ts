import { expect, it } from 'vitest';
import { effectiveLength, wilson } from './index.ts';

/** Points at 1k, 2k, 4k, … with 110 scores each. */
function curve(...means: readonly (number | null)[]) {
  return means.map((mean, i) => {
    const n = mean === null ? 0 : 110;
    return { lengthTokens: 1000 * 2 ** i, mean, n, missing: 0, ...wilson(mean, n) };
  });
}

it('is the longest length that reaches the threshold with all shorter ones, in a bracket of the intervals', () => {
  expect(effectiveLength(curve(0.99, 0.97, 0.9, 0.8, 0.4).toReversed(), 0.85)).toEqual({
    tokens: 4000,
    lowTokens: 2000,
    highTokens: 8000,
    firstFailingTokens: 8000,
    passingBeyond: [],
    shortestTokens: 1000,
    longestTokens: 16_000,
    unscored: [],
  });
});

it('names lengths that pass beyond the first failing one', () => {
  expect(effectiveLength(curve(0.99, 0.5, 0.99, 0.3), 0.85)).toMatchObject({ tokens: 1000, highTokens: 1000, passingBeyond: [4000] });
});

it('is null where the shortest fails, and open above where none does', () => {
  expect(effectiveLength(curve(0.1, 0.1), 0.85)).toMatchObject({
    tokens: null,
    lowTokens: null,
    highTokens: null,
    firstFailingTokens: 1000,
  });
  expect(effectiveLength(curve(1, 1), 0.85)).toMatchObject({
    tokens: 2000,
    highTokens: 2000,
    longestTokens: 2000,
    firstFailingTokens: null,
  });
});

it('leaves out and names lengths without a score', () => {
  expect(effectiveLength(curve(null, 1, null, 0.2), 0.85)).toMatchObject({
    tokens: 2000,
    firstFailingTokens: 8000,
    shortestTokens: 2000,
    unscored: [1000, 4000],
  });
  expect(effectiveLength([], 0.85)).toMatchObject({ tokens: null, firstFailingTokens: null, shortestTokens: null, longestTokens: null });
});

it('takes a score without an interval for one that says nothing of how far it is off', () => {
  const bare = [1, 0.9, 0.2].map((mean, i) => ({ lengthTokens: 1000 * 2 ** i, mean, n: 1, missing: 0, low: null, high: null }));
  expect(effectiveLength(bare, 0.85)).toMatchObject({ tokens: 2000, lowTokens: null, highTokens: 4000, longestTokens: 4000 });
});
