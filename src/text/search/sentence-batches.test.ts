import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../language/index.ts';
import { sentenceBatches } from './sentence-batches.ts';

const encoder = new TextEncoder();

function sentencesOf(text: string, chunkBytes: number): string[] {
  const bytes = encoder.encode(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, i) =>
    bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes),
  );
  return [...sentenceBatches(chunks)].flat();
}

const sample = fc.constantFrom(
  'He met Mr. Smith.',
  '“At once?” said she.',
  '好……',
  '他说：“走！”',
  'CHAPTER I\n\n',
  'No. 5 is it, etc. The end.',
  '😀 1. 一',
  'a b c ',
);

describe('sentenceBatches', () => {
  it('gives the sentences of the whole text, however it is cut in chunks and windows', () => {
    fc.assert(
      fc.property(
        fc.array(sample, { maxLength: 20 }),
        fc.integer({ min: 1, max: 200_000 }),
        fc.integer({ min: 1, max: 100 }),
        (parts, chunkBytes, times) => {
          // Long enough for several windows now and then.
          const text = `${parts.join(' ')}.\n`.repeat(times * 10);
          const whole = splitSentences(text).map(({ from, to }) => text.slice(from, to));
          expect(sentencesOf(text, chunkBytes)).toEqual(whole);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('cuts a sentence beyond 600 characters at its clauses, then at spaces, then anywhere', () => {
    const clause = `${'word '.repeat(40)}so, `;
    expect(sentencesOf(clause.repeat(5), 1000).map((each) => each.trim().length)).toEqual([407, 407, 203]);
    expect(sentencesOf('word '.repeat(200), 1000).map((each) => each.trim().length)).toEqual([599, 399]);
    expect(sentencesOf('😀'.repeat(700), 1000).map((each) => each.length)).toEqual([600, 600, 200]);
  });

  it.each([
    ['letters', 'a'],
    ['spaces', ' '],
    ['full stops', '。'],
    ['marks that extend', '\u{1F3FD}'],
  ])(
    'takes megabytes of %s in linear time and loses none',
    (_, unit) => {
      const text = unit.repeat(3_000_000 / unit.length);
      const sentences = sentencesOf(text, 50_000);
      expect(sentences.join('') === text).toBe(true);
      expect(sentences.every((each) => each.length <= 600)).toBe(true);
    },
    20_000,
  );
});
