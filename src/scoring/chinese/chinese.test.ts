import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { f1Chinese, loadJieba, normalizeChinese, rougeChinese, rougeLongBenchChinese, type Segment } from '../index.ts';

let segment: Segment;
beforeAll(async () => void (segment = await loadJieba()));

test('no false decimal points', () => {
  expect(segment('长5k-15，P19-1102')).toEqual(['长', '5k', '-', '15', '，', 'P19', '-', '1102']);
  expect(segment('1%1, 3.5%')).toEqual(['1%', '1', ',', ' ', '3.5%']);
});

test('normalised Chinese: only what the published list holds is deleted', () => {
  expect(normalizeChinese('《A》、·b，．。…‚\u3000 “C”')).toBe('《a·b．‚c');
});

test('F1 of words', () => {
  expect(f1Chinese('北京是中国的首都。', '中国首都是北京', segment)).toBeCloseTo(0.888888889, 9);
  expect(f1Chinese('', '', segment)).toBe(0);
});

test('ROUGE-L: sets of words, and the true longest common subsequence', () => {
  const gold = '会议主要讨论预算安排以及人员问题。';
  expect(rougeLongBenchChinese('会议讨论了年度预算和人员安排。', gold, { segment })).toBeCloseTo(0.47058823, 8);
  const { r, p, f } = rougeChinese('会议讨论了年度预算。随后讨论人员安排。', gold, segment);
  expect([r, p]).toEqual([4 / 9, 0.4]);
  expect(f).toBeCloseTo(0.42105, 5);
});

const book = ['../shared/corpora/zh/hong-lou-meng.txt', '../../shared/corpora/zh/hong-lou-meng.txt'].find((path) => existsSync(path));

test.skipIf(book === undefined)('a whole novel is cut as jieba 0.42.1 in Python cuts it (skipped: ../shared/corpora is absent)', () => {
  const hash = createHash('sha256');
  let words = 0;
  for (const line of readFileSync(book!, 'utf8').split('\n'))
    for (const word of segment(line)) {
      hash.update(`${word}\n`);
      words++;
    }
  expect([words, hash.digest('hex')]).toEqual([597_025, 'caddec12a212ece9e8a112c897451f07a1052b8aa6846cc4cdc39d5579ca19df']);
});
