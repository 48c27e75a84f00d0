import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutMiddle, visibleLine, visibleText } from './visible-text.ts';

it('leaves no character that hides or turns text, and keeps plain text of any script as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleText(text)).not.toMatch(/(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(visibleText(visibleText(text))).toBe(visibleText(text));
    }),
  );
  const plain = 'naïve 深度 عربي עברית 👩‍👩‍👧 a\tb\nc “q”';
  expect(visibleText(plain)).toBe(plain);
});

it('names what it shows', () => {
  expect(visibleText('a\u202eb\r\nc\ud800')).toBe('a⟨U+202E⟩b\nc\ufffd');
  expect(visibleLine(' a\n\n b\tc ')).toBe('a b c');
});

it('cuts the middle only when it must, never through a character', () => {
  expect(cutMiddle('short', 5)).toBe('short');
  expect(cutMiddle('abcdefghijklmnopqrstuvwxyz', 10)).toBe('abcd\n[… 16 characters left out …]\nuvwxyz');
  expect(cutMiddle('😀'.repeat(10), 5).isWellFormed()).toBe(true);
});
