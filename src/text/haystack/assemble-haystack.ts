import type { Block, Piece } from '../../core/index.ts';
import { utf8Text } from '../utf8.ts';
import { tapePieces, type Tape, type TapePosition } from './tape.ts';

/** Where a haystack ends, and where its needles stand. */
export interface Layout {
  readonly cut: TapePosition;
  readonly places: readonly TapePosition[];
  readonly mark: string;
}

/** What stands around and in a haystack: text-only blocks before and after the document, and the needles in order. */
export interface Frame {
  readonly tape: Tape;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  readonly needles: readonly { readonly id: string; readonly text: string }[];
}

/** The blocks of the message: haystack and needles in turn, between the frame. */
export function assembleHaystack({ tape, needles, before, after }: Frame, { cut, places, mark }: Layout): readonly Block[] {
  const blocks: Block[] = [...before];
  let from: TapePosition = { segment: 0, byte: tape.segments[0]!.from };
  let last = lastCharacter(before);
  const context = (pieces: readonly Piece[]) => {
    if (pieces.length > 0) blocks.push({ role: 'context', pieces });
  };
  needles.forEach((needle, i) => {
    const pieces = tapePieces(tape, from, places[i]!);
    from = places[i]!;
    const tail = lastOf(tape, pieces) ?? last;
    context([...separator(i === 0 ? undefined : last, firstOf(tape, pieces)), ...pieces, ...separator(tail, [...needle.text][0])]);
    blocks.push({ role: 'evidence', id: needle.id, pieces: [{ text: needle.text }] });
    last = [...needle.text].at(-1);
  });
  const rest = [...tapePieces(tape, from, cut), ...(mark === '' ? [] : [{ text: mark }])];
  context([...separator(needles.length > 0 ? last : undefined, firstOf(tape, rest)), ...rest]);
  return [...markCacheBreak(blocks), ...after];
}

/** The document ends a prefix that other questions can share. */
function markCacheBreak(blocks: Block[]): Block[] {
  const end = blocks.pop();
  return end ? [...blocks, { ...end, cacheBreak: true }] : blocks;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/**
 * What parts two sentences that touch: a space, except where either side is Chinese; a paragraph break after a line that ends
 * without punctuation, such as a heading, so that the needle does not become part of it.
 */
function separator(left: string | undefined, right: string | undefined): Piece[] {
  if (left === undefined || right === undefined || /\s/.test(left + right)) return [];
  if (/[\p{L}\p{N}]/u.test(left)) return [{ text: '\n\n' }];
  return WIDE.test(left) || WIDE.test(right) ? [] : [{ text: ' ' }];
}

function lastCharacter(blocks: readonly Block[]): string | undefined {
  const piece = blocks.at(-1)?.pieces.at(-1);
  return piece && 'text' in piece ? [...piece.text].at(-1) : undefined;
}

function firstOf(tape: Tape, pieces: readonly Piece[]): string | undefined {
  const [piece] = pieces;
  if (piece === undefined || !('doc' in piece)) return piece && 'text' in piece ? piece.text[0] : undefined;
  return [...utf8Text(tape.index.corpus.bytes, piece.from, Math.min(piece.to, piece.from + 4))][0];
}

function lastOf(tape: Tape, pieces: readonly Piece[]): string | undefined {
  const piece = pieces.at(-1);
  if (piece === undefined || !('doc' in piece)) return piece && 'text' in piece ? piece.text.at(-1) : undefined;
  return [...utf8Text(tape.index.corpus.bytes, Math.max(piece.from, piece.to - 4), piece.to)].at(-1);
}
