import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, Block, Documents, Piece } from '../../core/index.ts';
import { messageText } from './message-text.ts';
import { promptLayout } from './prompt-layout.ts';
import { promptWindow } from './prompt-window.ts';

const text = 'A haystack: naïve café, 数据湖, 𝛼𝛽𝛾, and the end of it.';
const bytes = new TextEncoder().encode(text);
const starts = [...text].reduce<number[]>((all, character) => [...all, all.at(-1)! + Buffer.byteLength(character)], [0]);
const documents: Documents = { bytes: () => bytes };

const span = fc
  .tuple(fc.nat(starts.length - 1), fc.nat(starts.length - 1))
  .map(([a, b]): Piece => ({ doc: 'x', from: starts[Math.min(a, b)]!, to: starts[Math.max(a, b)]! }));
const piece = fc.oneof(
  span,
  fc.string({ unit: 'grapheme' }).map((content): Piece => ({ text: content })),
);
const blocks = fc.array(
  fc.array(piece, { maxLength: 4 }).map((pieces): Block => ({ role: 'context', pieces })),
  { maxLength: 4 },
);

function askOf(made: readonly Block[]): Ask {
  return {
    kind: 'generate',
    steps: [{ messages: [{ from: 'user', blocks: made }], output: { maxTokens: 1 } }],
    fit: { policy: 'as-is', tokenizer: 'words' },
  };
}

describe('promptLayout', () => {
  it('places blocks where rendering puts them', () => {
    fc.assert(
      fc.property(blocks, (made) => {
        const [message] = promptLayout(askOf(made));
        const { content, spans } = messageText({ from: 'user', blocks: made }, documents);
        expect(message!.bytes).toBe(Buffer.byteLength(content));
        expect(message!.blocks.map(({ fromByte, toByte }) => [fromByte, toByte])).toEqual(
          spans.map(({ startChar, endChar }) => [startChar, endChar].map((at) => Buffer.byteLength(content.slice(0, at)))),
        );
      }),
    );
  });
});

describe('promptWindow', () => {
  it('is the part of the whole message that it says, whole characters and no replacement', () => {
    fc.assert(
      fc.property(blocks, fc.nat(200), fc.nat(80), (made, fromByte, length) => {
        const ask = askOf(made);
        const whole = Buffer.from(messageText({ from: 'user', blocks: made }, documents).content);
        const window = promptWindow(ask, documents, { message: 0, fromByte, toByte: fromByte + length });
        expect(window.text).toBe(whole.subarray(window.fromByte, window.toByte).toString('utf8'));
        expect(window.text).not.toContain('\ufffd');
        if (length === 0) return;
        expect(window.fromByte).toBeLessThanOrEqual(Math.min(fromByte, whole.length));
        expect(window.toByte).toBeGreaterThanOrEqual(Math.min(fromByte + length, whole.length));
        expect(window.toByte - window.fromByte).toBeLessThan(length + 8);
      }),
    );
  });

  it('refuses a message that is not there', () => {
    expect(() => promptWindow(askOf([]), documents, { message: 1, fromByte: 0, toByte: 9 })).toThrow('no message 1');
  });
});
