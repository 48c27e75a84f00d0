import { FathomError, type Block, type Piece, type TokenIndex, type Tokenizer } from '../../core/index.ts';
import { isSafeBetween } from '../documents/index.ts';
import { codePointAt, utf8Text } from '../utf8.ts';
import { chunkAt } from './tape.ts';

/** Bytes that must stand between the edge of a span and a cut point, so that the cut is as safe as it was in the whole text. */
const EDGE_BYTES = 8;
const LINE_END = 10;

/** Windows remembered at a time. When full, all are forgotten: cheaper than keeping an order of use, and memory stays bounded. */
const REMEMBERED = 16_384;

/** Counts the text around joints, and remembers it: prompts of one haystack share nearly all of their joints. */
export interface JointCounter {
  count(parts: readonly Part[]): number;
}

/** Text that stands by itself, or bytes of the corpus. */
export type Part = string | { readonly from: number; readonly to: number };

const counters = new WeakMap<TokenIndex, { readonly tokenizer: Tokenizer; readonly counter: JointCounter }>();

/** The counter of an index, one as long as the tokenizer stays the same. */
export function jointCounter(index: TokenIndex, tokenizer: Tokenizer): JointCounter {
  const known = counters.get(index);
  if (known?.tokenizer === tokenizer) return known.counter;
  const counter = createJointCounter(index, tokenizer);
  counters.set(index, { tokenizer, counter });
  return counter;
}

/** Windows are known by what they are made of (byte numbers, and texts by number): their text is made only to be counted. */
function createJointCounter({ corpus }: TokenIndex, tokenizer: Tokenizer): JointCounter {
  const counts = new Map<string, number>();
  const texts = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, texts.size);
    return known ?? texts.size - 1;
  };
  return {
    count(parts) {
      if (parts.length === 0) return 0;
      const key = parts.map((part) => (typeof part === 'string' ? `t${numberOf(part)}` : `${part.from}-${part.to}`)).join();
      const known = counts.get(key);
      if (known !== undefined) return known;
      const text = parts.map((part) => (typeof part === 'string' ? part : utf8Text(corpus.bytes, part.from, part.to))).join('');
      const count = tokenizer.count(text);
      if (counts.size >= REMEMBERED || texts.size >= REMEMBERED) {
        counts.clear();
        texts.clear();
      } else counts.set(key, count);
      return count;
    },
  };
}

/**
 * Tokens of the pieces joined, exactly: whole chunks come from the index, and the text around every joint is tokenised as it will stand.
 * A tokenizer whose counts do not add up gets the whole text.
 */
export function countPieces(pieces: readonly Piece[], index: TokenIndex, tokenizer: Tokenizer): number {
  const joints = jointCounter(index, tokenizer);
  const parts = pieces.map((piece) => partOf(piece, index));
  let window: Part[] = [];
  let total = 0;
  parts.forEach((part, i) => {
    const isFree = { from: isFreeJoint(parts[i - 1], part, index), to: isFreeJoint(part, parts[i + 1], index) };
    const inner = typeof part === 'string' || !tokenizer.additive ? undefined : innerChunks(part, index, isFree);
    if (inner === undefined || typeof part === 'string') {
      window.push(part);
      return;
    }
    const before = inner.from > part.from ? [...window, { from: part.from, to: inner.from }] : window;
    total += joints.count(before) + inner.tokens;
    window = inner.to < part.to ? [{ from: inner.to, to: part.to }] : [];
  });
  return total + joints.count(window);
}

/** True where a whole document ends with its line, and one begins after which the counts add up: nothing need be tokenised there. */
function isFreeJoint(left: Part | undefined, right: Part | undefined, { corpus }: TokenIndex): boolean {
  if (left === undefined || right === undefined || typeof left === 'string' || typeof right === 'string') return false;
  const { bytes, documents } = corpus;
  const areWhole = isEdge(documents, left.to) && isEdge(documents, right.from) && right.to > right.from;
  return areWhole && bytes[left.to - 1] === LINE_END && isSafeBetween(LINE_END, codePointAt(bytes, right.from));
}

const isEdge = (documents: Float64Array, byte: number): boolean => documents[chunkAt(documents, byte)] === byte;

/** {@link countPieces} for blocks. */
export function countBlocks(blocks: readonly Block[], tokenizer: Tokenizer, index: TokenIndex): number {
  return countPieces(
    blocks.flatMap((block) => block.pieces),
    index,
    tokenizer,
  );
}

function partOf(piece: Piece, index: TokenIndex): Part {
  if ('text' in piece) return piece.text;
  if ('doc' in piece && piece.doc === index.corpus.digest) return piece;
  throw new FathomError('misuse', 'Only text and spans of the indexed corpus can be counted.');
}

/** The whole chunks well inside a span, if it has any and lies in one document; at a free joint up to its edge. */
function innerChunks(
  span: { readonly from: number; readonly to: number },
  index: TokenIndex,
  isFree: { readonly from: boolean; readonly to: boolean },
): { from: number; to: number; tokens: number } | undefined {
  const { offsets, tokens } = index;
  const { documents } = index.corpus;
  if (chunkAt(documents, span.from) !== chunkAt(documents, Math.max(span.from, span.to - 1))) return undefined;
  const last = chunkAt(offsets, isFree.to ? span.to : Math.max(0, span.to - EDGE_BYTES));
  const first = isFree.from ? chunkAt(offsets, span.from) : chunkAt(offsets, Math.max(0, span.from + EDGE_BYTES - 1)) + 1;
  return first < last ? { from: offsets[first]!, to: offsets[last]!, tokens: tokens[last]! - tokens[first]! } : undefined;
}
