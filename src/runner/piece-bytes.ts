import type { Piece } from '../core/index.ts';

/** Bytes of the text of pieces, from the recipe alone: replies that are not there yet and images count nothing. */
export function pieceBytes(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => {
    if ('text' in piece) return sum + Buffer.byteLength(piece.text);
    return sum + ('doc' in piece ? piece.to - piece.from : 0);
  }, 0);
}
