import { createHash } from 'node:crypto';
import type { Documents, Piece, Step } from '../../core/index.ts';
import { renderPieces } from './render-pieces.ts';

/**
 * SHA-256 (hex) over what the model is sent: for every message its sender and byte length, then its bytes.
 * A piece that waits for an earlier reply counts as a marker, so that the digest of a plan is the digest of the run.
 */
export function promptDigest(steps: readonly Step[], documents: Documents): string {
  const hash = createHash('sha256').update('fathom-prompt/1\n');
  for (const step of steps) {
    for (const message of step.messages) {
      const source = renderPieces(
        message.blocks.flatMap((block) => block.pieces.map(withoutReply)),
        documents,
      );
      hash.update(`${message.from} ${source.byteLength}\n`);
      for (const chunk of source.chunks()) hash.update(chunk);
    }
    hash.update('\nstep\n');
  }
  return hash.digest('hex');
}

function withoutReply(piece: Piece): Piece {
  if ('reply' in piece) return { text: `\u0000reply ${piece.reply}\u0000` };
  return 'image' in piece ? { text: `\u0000image ${piece.mediaType} ${piece.image}\u0000` } : piece;
}
