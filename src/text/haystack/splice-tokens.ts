import { FathomError, type Block, type Piece, type Placement, type Tokenizer } from '../../core/index.ts';
import { byteOfToken, chunkAt, type Tape } from './tape.ts';

/** A needle and the number of haystack tokens before it. */
export interface SpliceNeedle {
  readonly id: string;
  readonly text: string;
  readonly atToken: number;
  readonly askedDepthPercent: number;
}

export interface SpliceOptions {
  readonly tokenizer: Tokenizer;
  /** Tokens of haystack to use; a shorter tape is used whole. */
  readonly tokens: number;
  /** In ascending `atToken`. */
  readonly needles: readonly SpliceNeedle[];
}

export interface Splice {
  readonly blocks: readonly Block[];
  readonly haystackTokens: number;
  readonly placements: readonly Placement[];
}

/**
 * Insertion as NeedleBench publishes it: the haystack is a list of token ids (documents tokenised one by one, joined by nothing), needles
 * go between any two of them, and the whole is decoded with U+FFFD wherever a character was cut.
 */
export function spliceTokens(tape: Tape, options: SpliceOptions): Splice {
  const haystackTokens = Math.max(0, Math.min(Math.floor(options.tokens), Math.floor(tape.tokens)));
  const blocks: Block[] = [];
  let from = 0;
  const context = (to: number) => {
    const pieces = tokenSpan(tape, options.tokenizer, { from, to });
    if (pieces.length > 0) blocks.push({ role: 'context', pieces });
    from = to;
  };
  const placements = options.needles.map((needle) => {
    const at = Math.min(needle.atToken, haystackTokens);
    if (at < from) throw new FathomError('misuse', `Needle ${needle.id} at token ${at} comes before the one at token ${from}.`);
    context(at);
    blocks.push({ role: 'evidence', id: needle.id, pieces: [{ text: needle.text }] });
    const depthPercent = haystackTokens === 0 ? 0 : Math.round((at / haystackTokens) * 100_000) / 1000;
    return { id: needle.id, askedDepthPercent: needle.askedDepthPercent, depthPercent };
  });
  context(haystackTokens);
  return { blocks, haystackTokens, placements };
}

/** Tokens `[from, to)` of the tape as pieces, document by document. */
function tokenSpan(tape: Tape, tokenizer: Tokenizer, { from, to }: { from: number; to: number }): Piece[] {
  return tape.segments.flatMap((segment, i) => {
    const end = tape.segments[i + 1]?.startTokens ?? tape.tokens;
    if (end <= from || segment.startTokens >= to) return [];
    const first = tape.index.tokens[chunkAt(tape.index.offsets, segment.from)]!;
    const byteAt = (token: number) => byteOfToken(tape.index, first + token - segment.startTokens, tokenizer);
    const start = from <= segment.startTokens ? segment.from : byteAt(from);
    const stop = to >= end ? segment.to : byteAt(to);
    return decodedSpan(tape, start, stop);
  });
}

/** A span whose edges may cut a character, as a decoder with replacement reads it. */
function decodedSpan(tape: Tape, from: number, to: number): Piece[] {
  const { bytes, digest } = tape.index.corpus;
  let start = from;
  while (start < to && (bytes[start]! & 0xc0) === 0x80) start++;
  const end = completeEnd(bytes, start, to);
  const decode = (a: number, b: number): Piece[] =>
    a < b ? [{ text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(a, b)) }] : [];
  return [...decode(from, start), ...(start < end ? [{ doc: digest, from: start, to: end }] : []), ...decode(end, to)];
}

/** The end of the last whole character in `[from, to)`. */
function completeEnd(bytes: Uint8Array, from: number, to: number): number {
  let lead = to - 1;
  while (lead > from && (bytes[lead]! & 0xc0) === 0x80) lead--;
  if (lead < from) return to;
  const first = bytes[lead]!;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return lead + length <= to ? to : lead;
}
