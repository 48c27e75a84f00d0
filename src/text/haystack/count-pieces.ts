import { FathomError, type Block, type Piece, type TokenIndex, type Tokenizer } from '../../core/index.ts';
import { utf8Text } from '../utf8.ts';
import { chunkAt } from './tape.ts';

/** Bytes that must stand between the edge of a span and a cut point, so that the cut is as safe as it was in the whole text. */
const EDGE_BYTES = 8;

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
  let window: Part[] = [];
  let total = 0;
  for (const piece of pieces) {
    const part = partOf(piece, index);
    const inner = typeof part === 'string' || !tokenizer.additive ? undefined : innerChunks(part, index);
    if (inner === undefined || typeof part === 'string') {
      window.push(part);
      continue;
    }
    total += joints.count([...window, { from: part.from, to: inner.from }]) + inner.tokens;
    window = [{ from: inner.to, to: part.to }];
  }
  return total + joints.count(window);
}

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

/** The whole chunks well inside a span, if it has any and lies in one document. */
function innerChunks(
  span: { readonly from: number; readonly to: number },
  index: TokenIndex,
): { from: number; to: number; tokens: number } | undefined {
  const { offsets, tokens } = index;
  const { documents } = index.corpus;
  if (chunkAt(documents, span.from) !== chunkAt(documents, Math.max(span.from, span.to - 1))) return undefined;
  const last = chunkAt(offsets, Math.max(0, span.to - EDGE_BYTES));
  const first = chunkAt(offsets, Math.max(0, span.from + EDGE_BYTES - 1)) + 1;
  return first < last ? { from: offsets[first]!, to: offsets[last]!, tokens: tokens[last]! - tokens[first]! } : undefined;
}
