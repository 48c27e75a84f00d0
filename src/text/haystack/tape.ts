import { FathomError, type Piece, type TokenIndex, type Tokenizer } from '../../core/index.ts';
import { characterStart, utf8Text } from '../utf8.ts';

/** A run of bytes inside one document of the corpus; `startTokens` = tokens of the tape before it. */
export interface TapeSegment {
  readonly from: number;
  readonly to: number;
  readonly startTokens: number;
}

/** A corpus read in one order: what a haystack is cut from. `order` lists documents; `tokens` is the length of the tape. */
export interface Tape {
  readonly index: TokenIndex;
  readonly order: readonly number[];
  readonly segments: readonly TapeSegment[];
  readonly tokens: number;
}

/** A place on the tape: a byte of the corpus, reached through one of its segments. */
export interface TapePosition {
  readonly segment: number;
  readonly byte: number;
}

/** Reads whole documents in `order` (default: as they stand in the corpus). */
export function createTape(index: TokenIndex, order?: readonly number[]): Tape {
  const { documents } = index.corpus;
  const used = order ?? Array.from({ length: documents.length - 1 }, (_, document) => document);
  const spans = used.map((document) => ({ from: documents[document]!, to: documents[document + 1]! }));
  return tapeOf(index, used, spans);
}

/** Reads spans, each inside one document. */
export function tapeOf(index: TokenIndex, order: readonly number[], spans: readonly { from: number; to: number }[]): Tape {
  let tokens = 0;
  const segments = spans
    .filter((span) => span.to > span.from)
    .map(({ from, to }) => {
      const segment = { from, to, startTokens: tokens };
      tokens += tokensAtByte(index, to) - tokensAtByte(index, from);
      return segment;
    });
  if (segments.length === 0) throw new FathomError('data', 'The haystack is empty.', { fix: 'Give a corpus that holds text.' });
  return { index, order, segments, tokens };
}

/** Tokens before a byte: exact at the index's cut points, in proportion between them. */
function tokensAtByte(index: TokenIndex, byte: number): number {
  const chunk = chunkAt(index.offsets, byte);
  const from = index.offsets[chunk]!;
  const to = index.offsets[chunk + 1] ?? from;
  const before = index.tokens[chunk]!;
  return to === from ? before : before + ((index.tokens[chunk + 1]! - before) * (byte - from)) / (to - from);
}

/** Index of the last entry ≤ `value` in an ascending list that starts at or below it. */
export function chunkAt(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place `tokens` tokens into the tape, at the character boundary at or before it. Counts parts of one chunk. */
export function positionAt(tape: Tape, tokens: number, tokenizer: Tokenizer): TapePosition {
  const { segments, index } = tape;
  const target = Math.max(0, Math.min(tokens, tape.tokens));
  let segment = segments.length - 1;
  while (segment > 0 && segments[segment]!.startTokens > target) segment--;
  const { from, to, startTokens } = segments[segment]!;
  const byte = byteWithTokens(index, tokensAtByte(index, from) + target - startTokens, tokenizer);
  return { segment, byte: Math.min(to, Math.max(from, byte)) };
}

/** The last character boundary of a chunk with at most so many tokens before it. By counting, as not every tokenizer can decode. */
function byteWithTokens(index: TokenIndex, tokens: number, tokenizer: Tokenizer): number {
  const { bytes } = index.corpus;
  const chunk = chunkAt(index.tokens, tokens);
  const from = index.offsets[chunk]!;
  let low = from;
  let high = index.offsets[chunk + 1] ?? from;
  while (high - low > 1) {
    const middle = characterStart(bytes, (low + high) >> 1);
    if (middle === low) break;
    if (index.tokens[chunk]! + tokenizer.count(utf8Text(bytes, from, middle)) <= tokens) low = middle;
    else high = middle;
  }
  return low;
}

/** The byte where a token of the corpus starts, be it inside a character. Encodes one chunk. */
export function byteOfToken(index: TokenIndex, token: number, tokenizer: Tokenizer): number {
  const chunk = chunkAt(index.tokens, token);
  const from = index.offsets[chunk]!;
  const ids = tokenizer.encode(utf8Text(index.corpus.bytes, from, index.offsets[chunk + 1] ?? from));
  return from + tokenizer.decode(ids.subarray(0, Math.floor(token - index.tokens[chunk]!))).length;
}

/** Tokens of the tape before a place. Counts one chunk. */
export function tokensBefore(tape: Tape, position: TapePosition, tokenizer: Tokenizer): number {
  const { index } = tape;
  const { from, startTokens } = tape.segments[position.segment]!;
  const chunk = chunkAt(index.offsets, position.byte);
  const head = tokenizer.count(utf8Text(index.corpus.bytes, index.offsets[chunk]!, position.byte));
  return Math.max(startTokens, startTokens + index.tokens[chunk]! + head - tokensAtByte(index, from));
}

/** Orders places along the tape. */
export function comparePositions(a: TapePosition, b: TapePosition): number {
  return a.segment - b.segment || a.byte - b.byte;
}

/** What parts two documents where the first does not end its last line. */
const DOCUMENT_BREAK = '\n\n';

/** The pieces between two places, with a paragraph break between documents. */
export function tapePieces(tape: Tape, from: TapePosition, to: TapePosition): Piece[] {
  const { bytes, digest } = tape.index.corpus;
  const pieces: Piece[] = [];
  for (let segment = from.segment; segment <= to.segment; segment++) {
    const { from: first, to: last } = tape.segments[segment]!;
    const start = segment === from.segment ? from.byte : first;
    const end = segment === to.segment ? to.byte : last;
    if (end > start) pieces.push({ doc: digest, from: start, to: end });
    if (segment < to.segment && bytes[last - 1] !== 0x0a) pieces.push({ text: DOCUMENT_BREAK });
  }
  return pieces;
}
