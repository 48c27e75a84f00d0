import { describe, expect, it } from 'vitest';
import type { PromptStrip } from '../../../../src/server/api.ts';
import { firstGoal, needleBeside, questionGoal } from './place.ts';
import { segmentsOf } from './segments.ts';
import { stripPieces } from './strip-pieces.ts';

const TEXT = '前言 hay 针在此 hay? Q';
const place = (part: string) => {
  const fromByte = Buffer.byteLength(TEXT.slice(0, TEXT.indexOf(part)));
  return { fromByte, toByte: fromByte + Buffer.byteLength(part) };
};
const needle = place('针在此');
const bytes = Buffer.byteLength(TEXT);
const STRIP: PromptStrip = {
  messages: [
    { step: 0, from: 'system', bytes: 0, blocks: [] },
    {
      step: 0,
      from: 'user',
      bytes,
      blocks: [
        { role: 'context', fromByte: 0, toByte: needle.fromByte },
        { role: 'evidence', id: 'needle-0', ...needle },
        { role: 'context', fromByte: needle.toByte, toByte: bytes - 1 },
        { role: 'question', fromByte: bytes - 1, toByte: bytes },
      ],
    },
  ],
  needles: [{ id: 'needle-0', message: 1, ...needle, askedDepthPercent: 50, depthPercent: 49 }],
};

describe('a part of a prompt', () => {
  it('is cut where blocks meet, in bytes, whatever the characters', () => {
    const { fromByte } = place('hay 针');
    const text = TEXT.slice(TEXT.indexOf('hay 针'));
    expect(segmentsOf(STRIP, 1, { fromByte, toByte: bytes, text })).toEqual([
      { role: 'context', fromByte, toByte: needle.fromByte, text: 'hay ' },
      { role: 'evidence', ...needle, text: '针在此', needle: 0 },
      { role: 'context', fromByte: needle.toByte, toByte: bytes - 1, text: ' hay? ' },
      { role: 'question', fromByte: bytes - 1, toByte: bytes, text: 'Q' },
    ]);
  });
});

describe('places of a prompt', () => {
  it('begin with the first needle, and lead to the question', () => {
    expect(firstGoal(STRIP)).toEqual({ message: 1, byte: needle.fromByte, needle: 0 });
    expect(questionGoal(STRIP)).toEqual({ message: 1, byte: bytes - 1 });
    expect(firstGoal({ ...STRIP, needles: [] })).toEqual(questionGoal(STRIP));
  });

  it('know the needle before and after what is seen', () => {
    const seen = (message: number, at: number) => ({ message, fromByte: at, toByte: at });
    expect([-1, 1].map((step) => needleBeside(STRIP, seen(0, 0), step as 1 | -1))).toEqual([undefined, 0]);
    expect([-1, 1].map((step) => needleBeside(STRIP, seen(1, bytes), step as 1 | -1))).toEqual([0, undefined]);
  });
});

describe('a strip', () => {
  it('joins what is of one role, and leaves out the thinnest of too many', () => {
    expect(stripPieces(STRIP.messages[1]!.blocks, bytes).map(({ role }) => role)).toEqual(['context', 'question']);
    const many = Array.from({ length: 5000 }, (_, i) => ({
      role: i % 2 ? 'question' : 'context',
      fromByte: i * 100,
      toByte: i * 100 + (i % 50 === 0 ? 100 : 1),
    }));
    const pieces = stripPieces(many, 500_000);
    expect(pieces.length).toBeGreaterThan(50);
    expect(pieces.length).toBeLessThanOrEqual(300);
    expect(pieces[1]).toEqual({ role: 'context', leftPercent: 1, widthPercent: 0.02 });
  });
});
