import { expect, test } from 'vitest';
import { seededRandom } from '../../core/index.ts';
import * as en from './en/names.ts';
import { COMMON_NAMES, FORBIDDEN_TERMS } from './forbidden-terms.ts';
import * as zh from './zh/names.ts';

/** Enough draws to meet nearly every first name, surname and river, and most places. */
const DRAWS = 30_000;

test('no composed English name is a common name or a forbidden term', () => {
  const random = seededRandom(1, 'names', 'en');
  const names = new Set<string>();
  for (let i = 0; i < DRAWS; i++) {
    const { first, last } = en.personName(random, i % 2 === 0);
    names.add(first).add(last).add(en.placeName(random)).add(en.riverName(random));
  }
  const refused = new Set([...COMMON_NAMES.en, ...FORBIDDEN_TERMS.en].map((term) => term.toLowerCase()));
  expect(names.size).toBeGreaterThan(10_000);
  expect([...names].filter((name) => refused.has(name.toLowerCase()))).toEqual([]);
});

test('no composed Chinese name is or holds a forbidden term', () => {
  const random = seededRandom(1, 'names', 'zh');
  const names = new Set<string>();
  for (let i = 0; i < DRAWS; i++) {
    const { first, last } = zh.personName(random, i % 2 === 0);
    names
      .add(last + first)
      .add(zh.placeName(random))
      .add(zh.riverName(random))
      .add(zh.hillName(random))
      .add(zh.streetName(random));
  }
  const refused = [...COMMON_NAMES.zh, ...FORBIDDEN_TERMS.zh];
  expect(names.size).toBeGreaterThan(40_000);
  expect([...names].filter((name) => refused.some((term) => name.includes(term)))).toEqual([]);
});
