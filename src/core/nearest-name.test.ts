import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const known = ['needlebench', 'needlebench/multi-retrieval', 'o200k_base'];

test('finds a slip of the finger', () => {
  expect(nearestName('needlebnech', known)).toBe('needlebench');
  expect(nearestName('O200K-base', known)).toBe('o200k_base');
});

test('says nothing rather than something far away', () => {
  expect(nearestName('xyz', known)).toBeUndefined();
  expect(nearestName('', known)).toBeUndefined();
});
