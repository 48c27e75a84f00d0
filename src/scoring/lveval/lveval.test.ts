import { beforeAll, expect, test } from 'vitest';
import { keywordF1Chinese, keywordF1English, loadJieba, rougeWithoutStops, type Segment } from '../index.ts';
import { LVEVAL_STOP_WORDS } from './stop-words.ts';

let segment: Segment;
beforeAll(async () => void (segment = await loadJieba()));

test('published values', () => {
  const gold = 'Martin began publishing in 2020.';
  expect(keywordF1English('It was released in 2020 by Martin', gold, { keywords: '2020' })).toBe(0.5);
  expect(keywordF1English('no mention', gold, { keywords: '2020' })).toBe(0);
  const film = { keywords: '克里斯汀穆基', segment };
  expect(keywordF1Chinese('导演是克里斯汀穆基', '《毕业风暴》的导演是罗马尼亚导演克里斯汀穆基。', film)).toBe(0.625);
  const rouge = rougeWithoutStops('会议讨论了年度预算和人员安排。', '会议主要讨论预算安排以及人员问题。', { segment });
  expect(rouge).toBeCloseTo(0.54545454, 8);
});

test('the gate: stop words are no hits but count in the denominator; without keywords there is none', () => {
  expect([LVEVAL_STOP_WORDS.en.size, LVEVAL_STOP_WORDS.zh.size]).toEqual([38, 85]);
  const keywords = 'of in at by amber';
  expect(keywordF1English('of in at by', 'of amber', { keywords })).toBe(0);
  expect(keywordF1English('of amber', 'of amber', { keywords })).toBe(1);
  expect(keywordF1English('amber lamp', 'amber')).toBeCloseTo(2 / 3, 12);
  expect(keywordF1Chinese('灯塔', '渡船', { segment })).toBe(0);
});

test('fixed: stop words are left out of F1 too', () => {
  const [prediction, gold] = ['it was in 2020', '2020'];
  expect([keywordF1English(prediction, gold), keywordF1English(prediction, gold, { mode: 'fixed' })]).toEqual([0.4, 1]);
});
