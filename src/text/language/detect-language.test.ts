import { describe, expect, it } from 'vitest';
import { detectLanguage, isBoundarySafe } from './index.ts';

describe('detectLanguage', () => {
  it.each([
    ['What is hidden on Emerald Island?', 'en'],
    ['翡翠岛上隐藏的传奇物品是什么？', 'zh'],
    ['GPT-4的上下文长度是多少？', 'zh'],
    ['Which chapter of 红楼梦 mentions the stone for the first time?', 'en'],
    ['𠀀𠀁', 'zh'],
    ['12 + 30 = ?', 'en'],
    ['', 'en'],
  ])('%j is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('isBoundarySafe', () => {
  it('refuses cuts that tear something', () => {
    const text = 'a😀é?!\r\n好';
    const safe = Array.from({ length: text.length + 3 }, (_, i) => i - 1).filter((at) => isBoundarySafe(text, at));
    expect(text).toHaveLength(9);
    expect(safe).toEqual([0, 1, 3, 4, 6, 8, 9]);
    expect(isBoundarySafe('e\u0301', 1)).toBe(false);
    expect(isBoundarySafe('ab', 0.5)).toBe(false);
  });
});
