import { FathomError, type Block, type Piece, type TokenIndex, type Tokenizer } from '../../core/index.ts';
import { utf8Text } from '../utf8.ts';
import { chunkAt } from './tape.ts';

/** Bytes that must stand between the edge of a span and a cut point, so that the cut is as safe as it was in the whole text. */
const EDGE_BYTES = 8;

/** Counts text; a memo makes repeated windows free. */
export type CountText = (text: string) => number;

/** A counter that remembers what it counted. */
export function memoizedCount(tokenizer: Tokenizer): CountText {
  const known = new Map<string, number>();
  return (text) => {
    let count = known.get(text);
    if (count === undefined) known.set(text, (count = tokenizer.count(text)));
    return count;
  };
}

/**
 * Tokens of the pieces joined, exactly: whole chunks come from the index, and the text around every joint is tokenised as it will stand.
 * A tokenizer whose counts do not add up gets the whole text.
 */
export function countPieces(
  pieces: readonly Piece[],
  index: TokenIndex,
  options: { readonly tokenizer: Tokenizer; readonly count?: CountText },
): number {
  const count = options.count ?? ((text: string) => options.tokenizer.count(text));
  let window = '';
  let total = 0;
  for (const piece of pieces) {
    const inner = options.tokenizer.additive ? innerChunks(piece, index) : undefined;
    if (inner === undefined) {
      window += pieceText(piece, index);
      continue;
    }
    const { from, to } = piece as { from: number; to: number };
    total += count(window + utf8Text(index.corpus.bytes, from, inner.from)) + inner.tokens;
    window = utf8Text(index.corpus.bytes, inner.to, to);
  }
  return total + count(window);
}

/** {@link countPieces} for blocks. */
export function countBlocks(blocks: readonly Block[], tokenizer: Tokenizer, index: TokenIndex): number {
  return countPieces(
    blocks.flatMap((block) => block.pieces),
    index,
    { tokenizer },
  );
}

function pieceText(piece: Piece, index: TokenIndex): string {
  if ('text' in piece) return piece.text;
  if ('doc' in piece && piece.doc === index.corpus.digest) return utf8Text(index.corpus.bytes, piece.from, piece.to);
  throw new FathomError('misuse', 'Only text and spans of the indexed corpus can be counted.');
}

/** The whole chunks well inside a span, if it has any and lies in one document. */
function innerChunks(piece: Piece, index: TokenIndex): { from: number; to: number; tokens: number } | undefined {
  if (!('doc' in piece) || piece.doc !== index.corpus.digest) return undefined;
  const { offsets, tokens } = index;
  const { documents } = index.corpus;
  if (chunkAt(documents, piece.from) !== chunkAt(documents, Math.max(piece.from, piece.to - 1))) return undefined;
  const last = chunkAt(offsets, Math.max(0, piece.to - EDGE_BYTES));
  const first = chunkAt(offsets, Math.max(0, piece.from + EDGE_BYTES - 1)) + 1;
  return first < last ? { from: offsets[first]!, to: offsets[last]!, tokens: tokens[last]! - tokens[first]! } : undefined;
}
