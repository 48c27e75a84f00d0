import { expect, it } from 'vitest';
import { createPrefixCache, type PrefixCache } from './prefix-cache.ts';

const block = (letter: string): string => letter.repeat(4096);

function use(cache: PrefixCache, prompt: string): number {
  const { characters, end } = cache.begin(prompt);
  end();
  return characters;
}

it('counts whole blocks of the longest prefix seen before', () => {
  const cache = createPrefixCache();
  expect(use(cache, block('a') + block('b'))).toBe(0);
  expect(use(cache, block('a') + block('c'))).toBe(4096);
  expect(use(cache, block('c') + block('b'))).toBe(0);
  expect(use(cache, `${block('a')}${block('b')}tail`)).toBe(8192);
});

it('forgets the blocks that were used least recently, and with them the prefix', () => {
  const cache = createPrefixCache(2);
  use(cache, block('a') + block('b') + block('c'));
  expect(use(cache, block('a') + block('b') + block('c'))).toBe(0);
});

it('gives nothing of a prompt that is still being read', () => {
  const cache = createPrefixCache();
  const first = cache.begin(block('a'));
  expect(cache.begin(block('a')).characters).toBe(0);
  first.end();
  expect(cache.begin(block('a')).characters).toBe(4096);
});
