import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostThatFit } from './index.ts';

test('the most that fit, as trying every number finds it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 300 }),
      fc.nat(30_000),
      fc.nat(300),
      (items, lengthTokens, frame) => {
        const tokensOf = (count: number) => items.slice(0, count).reduce((sum, item) => sum + item, frame);
        const slow = items.filter((_, i) => tokensOf(i + 1) <= lengthTokens).length;
        expect(mostThatFit({ most: items.length, lengthTokens, tokensOf })).toBe(slow);
      },
    ),
  );
});

test('few counts are enough where items are about alike', () => {
  let counts = 0;
  const tokensOf = (count: number) => {
    counts++;
    return 200 + count * 100 + ((count * 7919) % 50);
  };
  expect(mostThatFit({ most: 20_000, lengthTokens: 1_000_000, tokensOf })).toBe(9997);
  expect(counts).toBeLessThan(10);
});
