import { createHash } from 'node:crypto';
import { FathomError, type Documents, type Piece, type TextSource } from '../../core/index.ts';
import { characterStart } from '../utf8.ts';

/** Bytes in a chunk: small enough to stream a million-token prompt in flat memory, large enough to cost nothing. */
const CHUNK_BYTES = 65_536;

/** A part of a text: encoded text, or a span of a document. */
type Part = { readonly bytes: Uint8Array; readonly from: number; readonly to: number };

/**
 * Renders pieces late: spans of documents are read in place, never copied. `replies[i]` fills a piece `{reply: i}`.
 * Throws a FathomError for an image (which is no text), an unknown document or a reply that is not there yet.
 */
export function renderPieces(pieces: readonly Piece[], documents: Documents, replies: readonly string[] = []): TextSource {
  const parts = pieces.map((piece) => partOf(piece, documents, replies));
  const chunks = () => chunksOf(parts);
  return {
    byteLength: parts.reduce((sum, part) => sum + part.to - part.from, 0),
    chunks,
    digest() {
      const hash = createHash('sha256');
      for (const chunk of chunks()) hash.update(chunk);
      return hash.digest('hex');
    },
    text: () =>
      parts.map((part) => Buffer.from(part.bytes.buffer, part.bytes.byteOffset + part.from, part.to - part.from).toString('utf8')).join(''),
  };
}

function partOf(piece: Piece, documents: Documents, replies: readonly string[]): Part {
  if ('text' in piece) return whole(Buffer.from(piece.text, 'utf8'));
  if ('doc' in piece) return { bytes: documents.bytes(piece.doc), from: piece.from, to: piece.to };
  if ('reply' in piece) {
    const reply = replies[piece.reply];
    if (reply === undefined)
      throw new FathomError('misuse', `The prompt needs the answer of step ${piece.reply + 1}, which is not there yet.`);
    return whole(Buffer.from(reply, 'utf8'));
  }
  throw new FathomError('misuse', 'An image cannot be rendered as text.');
}

function whole(bytes: Uint8Array): Part {
  return { bytes, from: 0, to: bytes.length };
}

function* chunksOf(parts: readonly Part[]): Generator<Uint8Array> {
  for (const { bytes, from, to } of parts) {
    for (let at = from; at < to;) {
      const end = at + CHUNK_BYTES >= to ? to : characterStart(bytes, at + CHUNK_BYTES);
      yield bytes.subarray(at, end);
      at = end;
    }
  }
}
