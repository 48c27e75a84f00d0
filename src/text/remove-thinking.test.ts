import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeThinking } from './remove-thinking.ts';

test.each([
  ['no tags, <b>as it is</b>', 'no tags, <b>as it is</b>'],
  ['<think>Orla?</think>\n\nAda', 'Ada'],
  ['<THINKING>Orla?</THINKING> Ada', 'Ada'],
  ['Orla? yes </think>Ada', 'Ada'],
  ['<think>it is Orla', ''],
  ['Ada. <think>or Orla', 'Ada. '],
  ['<think>a</think>Ada <think>b</think>and Bo', 'Ada and Bo'],
  ['<think>a<think>b</think>Ada', 'Ada'],
  ['<think>a</think>draft</think>Ada', 'Ada'],
  ['', ''],
])('%j is scored as %j', (reply, text) => {
  expect(removeThinking(reply)).toEqual({ text, removedChars: reply.length - text.length });
});

test('no tag is ever left, and what was cleaned stays as it is', () => {
  const parts = fc.array(fc.constantFrom('<think>', '</think>', 'a', ' ', '<', 'think>', '\ud800'), { maxLength: 12 });
  fc.assert(
    fc.property(parts, (all) => {
      const { text, removedChars } = removeThinking(all.join(''));
      expect(removedChars).toBe(all.join('').length - text.length);
      if (all.join('').split(/<\/?think>/i).length === 1) expect(text).toBe(all.join(''));
    }),
  );
});

test('a megabyte of tags that nothing closes', () => {
  expect(removeThinking('<think>'.repeat(150_000)).text).toBe('');
  expect(removeThinking('</think>'.repeat(150_000)).text).toBe('');
  expect(removeThinking('<think'.repeat(150_000)).removedChars).toBe(0);
});
