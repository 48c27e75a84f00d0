import type { Block, Documents, Piece } from '../core/index.ts';
import { renderPieces } from '../text/index.ts';

/** What is needed to read a block: documents, and the replies that its pieces may quote. */
export interface Reading {
  readonly documents: Documents;
  readonly replies: readonly string[];
}

/** Bytes of a block's text in UTF-8. An image has none. */
export function blockBytes(block: Block, { documents, replies }: Reading): number {
  return renderPieces(block.pieces.filter(isText), documents, replies).byteLength;
}

/** The part `[from, to)` of a block, in bytes of its text; both must stand between characters. Spans of documents stay spans, images are left out. */
export function sliceBlock(block: Block, { from, to }: { readonly from: number; readonly to: number }, reading: Reading): Block {
  let start = 0;
  const pieces = block.pieces.filter(isText).flatMap((piece) => {
    const length = renderPieces([piece], reading.documents, reading.replies).byteLength;
    const part = { from: Math.max(0, from - start), to: Math.min(length, to - start) };
    start += length;
    return part.from < part.to ? [slicePiece(piece, part, reading)] : [];
  });
  return { role: block.role, pieces, ...(block.id !== undefined && { id: block.id }) };
}

/** Whether a piece is text, or stands for text. */
export function isText(piece: Piece): boolean {
  return !('image' in piece);
}

function slicePiece(piece: Piece, { from, to }: { readonly from: number; readonly to: number }, reading: Reading): Piece {
  if ('doc' in piece) return { doc: piece.doc, from: piece.from + from, to: piece.from + to };
  const text = renderPieces([piece], reading.documents, reading.replies).text();
  return { text: Buffer.from(text, 'utf8').subarray(from, to).toString('utf8') };
}
