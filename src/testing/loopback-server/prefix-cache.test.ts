import { expect, it } from 'vitest';
import { createPrefixCache } from './prefix-cache.ts';

const block = (letter: string): string => letter.repeat(4096);

it('counts whole blocks of the longest prefix seen before', () => {
  const cache = createPrefixCache();
  expect(cache.use(block('a') + block('b'))).toBe(0);
  expect(cache.use(block('a') + block('c'))).toBe(4096);
  expect(cache.use(block('c') + block('b'))).toBe(0);
  expect(cache.use(`${block('a')}${block('b')}tail`)).toBe(8192);
});

it('forgets the blocks that were used least recently, and with them the prefix', () => {
  const cache = createPrefixCache(2);
  cache.use(block('a') + block('b') + block('c'));
  expect(cache.use(block('a') + block('b') + block('c'))).toBe(0);
});
