import { expect, test } from 'vitest';
import { cardinal, countOf, dayOfMonth, largeCardinal } from './numbers.ts';
import { chineseTrades } from './trades.ts';

test('writes numbers as people do', () => {
  expect([1, 10, 11, 20, 47, 99].map(cardinal)).toEqual(['一', '十', '十一', '二十', '四十七', '九十九']);
  expect([2, 3, 12].map(countOf)).toEqual(['两', '三', '十二']);
  expect([101, 120, 1005, 1050, 3010, 4870].map(largeCardinal)).toEqual([
    '一百零一',
    '一百二十',
    '一千零五',
    '一千零五十',
    '三千零一十',
    '四千八百七十',
  ]);
  expect([1, 10, 17, 20, 24, 30].map(dayOfMonth)).toEqual(['初一', '初十', '十七', '二十', '廿四', '三十']);
});

test('every trade is whole: ten goods with a classifier, ten acts in order', () => {
  const sizes = chineseTrades().map((t) => [
    t.goods.length,
    t.stuff.length,
    t.tools.length,
    t.acts.length,
    t.flaws.length,
    t.marks.length,
    t.parts.length,
  ]);
  expect(sizes).toEqual(chineseTrades().map(() => [10, 6, 6, 10, 6, 4, 5]));
  expect(
    chineseTrades()
      .flatMap((trade) => trade.goods)
      .every((good) => good.name.length > 0 && good.classifier.length === 1),
  ).toBe(true);
});
