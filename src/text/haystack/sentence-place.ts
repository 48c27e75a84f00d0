import type { Tokenizer } from '../../core/index.ts';
import { clauseEnds, sentenceEnds } from '../language/index.ts';
import { byteOffsets, characterStart, utf8Text } from '../utf8.ts';
import type { Tape, TapePosition } from './tape.ts';

/** A sentence longer than this takes a needle between its clauses. */
const LONG_SENTENCE_TOKENS = 100;
const FIRST_REACH_BYTES = 2_000;

/**
 * The boundary between sentences that is nearest to `target` and not after `limit`, both in the same tape.
 * Never inside a character, a word or a sentence; a sentence beyond 100 tokens is entered between two clauses, and a text without
 * sentences and clauses (a list of words, stripped Chinese) between two words.
 */
export function sentencePlace(
  tape: Tape,
  target: TapePosition,
  options: { readonly limit: TapePosition; readonly tokenizer: Tokenizer },
): TapePosition {
  const { segment } = target;
  const { from, to: end } = tape.segments[segment]!;
  const to = options.limit.segment === segment ? Math.min(end, options.limit.byte) : end;
  const { bytes } = tape.index.corpus;
  const around = sentenceAround(bytes, Math.min(target.byte, to), { from, to: end });
  const candidates = [
    around.from,
    ...insideBreaks(bytes, around, { near: Math.min(target.byte, to), tokenizer: options.tokenizer }),
    around.to,
  ].filter((byte) => byte <= to);
  const byte = candidates.reduce((best, at) => (Math.abs(at - target.byte) < Math.abs(best - target.byte) ? at : best), around.from);
  return { segment, byte };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The sentence that holds a byte, looking further out until both of its ends are seen. */
function sentenceAround(bytes: Uint8Array, byte: number, within: Span): Span {
  for (let reach = FIRST_REACH_BYTES; ; reach *= 4) {
    const from = Math.max(within.from, characterStart(bytes, Math.max(0, byte - reach)));
    const to = Math.min(within.to, characterStart(bytes, byte + reach));
    const ends = endsBetween(bytes, { from, to }, sentenceEnds);
    const before = ends.findLast((end) => end <= byte) ?? (from === within.from ? from : undefined);
    // The last end may be the edge of the window, which is no sentence end unless it is the end of the text.
    const after = ends.find((end) => end > byte && (end < to || to === within.to)) ?? (to === within.to ? to : undefined);
    if (before !== undefined && after !== undefined) return { from: before, to: after };
  }
}

/** Places inside a sentence that is too long: between its clauses, or between words where clauses are too long as well. */
function insideBreaks(
  bytes: Uint8Array,
  sentence: Span,
  options: { readonly near: number; readonly tokenizer: Tokenizer },
): readonly number[] {
  const isLong = (span: Span) => options.tokenizer.count(utf8Text(bytes, span.from, span.to)) > LONG_SENTENCE_TOKENS;
  if (!isLong(sentence)) return [];
  const clauses = endsBetween(bytes, sentence, clauseEnds);
  const from = clauses.findLast((end) => end <= options.near) ?? sentence.from;
  const to = clauses.find((end) => end > options.near) ?? sentence.to;
  return isLong({ from, to }) ? [...clauses, ...endsBetween(bytes, { from, to }, wordEnds)] : clauses;
}

/** After words; in Chinese after any character. */
const WORD_END = /(?<=\S)(?=\s)|(?<=\p{Script=Han})(?!\p{M})/gu;

function wordEnds(text: string): number[] {
  return Array.from(text.matchAll(WORD_END), ({ index }) => index);
}

/** Byte offsets of the ends that `find` sees in a span. */
function endsBetween(bytes: Uint8Array, { from, to }: Span, find: (text: string) => readonly number[]): number[] {
  const text = utf8Text(bytes, from, to);
  return byteOffsets(text, find(text)).map((offset) => from + offset);
}
