import { expect, it } from 'vitest';
import { roughWidth, shortened } from './rough-width.ts';

it('shortens a text in its middle, and no more than it must', () => {
  expect(shortened('multi-reasoning · English', 25)).toBe('multi-reasoning · English');
  expect(shortened('multi-reasoning · English', 24)).toBe('multi-reason…g · English');
  expect(shortened('abcdef', 3)).toBe('a…f');
  expect(shortened('abcdef', 1)).toBe('…');
});

it('keeps names apart that begin alike or end alike, and whole characters', () => {
  const names = ['retrieval-of-a-needle-in-a-long-text', 'retrieval-of-two-needles-in-a-long-text', 'reasoning-on-a-needle-in-a-long-text'];
  expect(new Set(names.map((name) => shortened(name, 30))).size).toBe(3);
  for (const most of [5, 6, 7, 8]) {
    const text = shortened('针'.repeat(9) + '😀'.repeat(9), most);
    expect(roughWidth(text)).toBeLessThanOrEqual(most);
    expect(text.isWellFormed()).toBe(true);
  }
});
