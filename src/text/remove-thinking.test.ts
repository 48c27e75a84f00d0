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

test('nothing but tags and thinking goes, and a reply without tags stays as it is', () => {
  const parts = fc.array(fc.constantFrom('<think>', '</think>', 'a', ' ', '<', 'think>', '\ud800'), { maxLength: 12 });
  fc.assert(
    fc.property(parts, (all) => {
      const reply = all.join('');
      const { text, removedChars } = removeThinking(reply);
      expect(removedChars).toBe(reply.length - text.length);
      expect(/<\/?think>/.test(reply) || text === reply).toBe(true);
    }),
  );
});

test('a megabyte of tags that nothing closes', () => {
  expect(removeThinking('<think>'.repeat(150_000)).text).toBe('');
  expect(removeThinking('</think>'.repeat(150_000)).text).toBe('');
  expect(removeThinking('<think'.repeat(150_000)).removedChars).toBe(0);
});
