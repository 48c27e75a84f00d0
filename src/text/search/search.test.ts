import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRanker, createSearch, topPassages } from './index.ts';

const words = ['emerald', 'island', 'star', 'prism', 'ruler', 'hidden', '2024'];
const runs = ['翡翠岛', '星辰', '棱镜', '岛', '翡翠棱镜'];
const passage = fc.array(fc.constantFrom(...words, ...runs, 'the', '，', '.'), { maxLength: 12 }).map((parts) => parts.join(' '));

/** Terms by the book: words as they are, pairs of Chinese characters, a lone character as itself. */
function slowTerms(text: string): string[] {
  return text.split(/[ ，.]+/).flatMap((part) => {
    if (part === '' || part === 'the') return [];
    if (/[a-z0-9]/.test(part) || part.length === 1) return [part];
    return Array.from({ length: part.length - 1 }, (_, i) => part.slice(i, i + 2));
  });
}

/** Okapi BM25 written from its formula: the score of every passage. */
function slowScores(passages: readonly string[], query: string): number[] {
  const bags = passages.map(slowTerms);
  const mean = bags.reduce((sum, bag) => sum + bag.length, 0) / bags.length;
  return bags.map((bag) =>
    [...new Set(slowTerms(query))].reduce((sum, term) => {
      const holding = bags.filter((other) => other.includes(term)).length;
      const idf = Math.log(1 + (bags.length - holding + 0.5) / (holding + 0.5));
      const tf = bag.filter((other) => other === term).length;
      return sum + (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * bag.length) / mean));
    }, 0),
  );
}

const rounded = (scores: readonly number[]): number[] => scores.map((score) => Math.round(score * 1e6) / 1e6);

describe('BM25', () => {
  it('gives the scores of the formula', () => {
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 12 }), passage, fc.nat(5), (passages, query, k) => {
        const slow = slowScores(passages, query);
        const hits = createSearch(passages).top(query, k);
        const best = slow.filter((score) => score > 0).toSorted((a, b) => b - a);
        expect(rounded(hits.map((hit) => hit.score))).toEqual(rounded(best.slice(0, k)));
        expect(rounded(hits.map((hit) => slow[hit.passage]!))).toEqual(rounded(best.slice(0, k)));
        expect(new Set(hits.map((hit) => hit.passage)).size).toBe(hits.length);
      }),
      { numRuns: 500 },
    );
  });

  it('ranks streamed passages as the index does, each query by its own terms', () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 12 }), passage, passage, (passages, a, b) => {
        const ranker = createRanker([a, b]);
        for (const text of passages) ranker.add(text);
        const search = createSearch(passages);
        expect([ranker.top(0, 4), ranker.top(1, 4)]).toEqual([search.top(a, 4), search.top(b, 4)]);
        expect(topPassages(passages, b, 4)).toEqual(search.top(b, 4));
      }),
      { numRuns: 500 },
    );
  });

  it('goes on after a question', () => {
    const ranker = createRanker(['emerald']);
    ranker.add('Nothing.');
    expect(ranker.top(0, 3)).toEqual([]);
    ranker.add('An emerald.');
    expect(ranker.top(0, 3).map((hit) => hit.passage)).toEqual([1]);
  });

  it('breaks ties by position and keeps the best of many', () => {
    const passages = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 'star' : 'prism'));
    expect(topPassages(passages, 'prism', 3).map((hit) => hit.passage)).toEqual([1, 3, 5]);
    expect(topPassages(['star prism rose', 'star', 'prism', 'star prism'], 'star prism', 2).map((hit) => hit.passage)).toEqual([3, 0]);
  });
});

describe('terms', () => {
  it.each([
    ['ISLANDS', 'an island'],
    ['Emerald Island', 'The Emerald’s hue'],
    ["the island's shore", 'island'],
    ['berries', 'a berry'],
    ['horses', 'one horse'],
    ['glass', 'Glass!'],
    ['Natasha Rostova', 'Natásha'],
    ['1000000', 'It has 1,000,000 parts'],
    ['3.14', 'pi is 3.14, not more'],
    ['２０２４年', '在2024年'],
    ['don’t', 'dont no'],
    ['岛', '岛'],
    ['翡翠', '在翡翠岛上'],
    ['𠀀', '有𠀀在'],
    ['カメラ', 'このカメラは'],
    ['Ёлка', 'ёлка'],
  ])('%j finds %j', (query, text) => {
    const found = topPassages(['unrelated words', text], query, 5).map((hit) => hit.passage);
    expect(found).toEqual(query === 'don’t' ? [] : [1]);
  });

  it.each([
    ['what is the', 'what is the'],
    ['是什么', '这是什么'],
    ['1', '10 and 1.5'],
    ['glas', 'glass'],
    ['翠上', '翡翠岛上'],
    ['岛', '翡翠岛上'],
    ['art', 'party'],
    ['', 'anything'],
    ['\u0301', '\u0301'],
  ])('%j does not find %j', (query, text) => {
    expect(topPassages([text, 'other'], query, 5)).toEqual([]);
  });

  it('takes any input in linear time', () => {
    const long = 'a'.repeat(1_000_000);
    const hits = topPassages([long, '.'.repeat(1_000_000), '好'.repeat(1_000_000), "1,'".repeat(300_000)], `${long} 好好`, 5);
    expect(hits.map((hit) => hit.passage)).toEqual([2, 0]);
  });
});
