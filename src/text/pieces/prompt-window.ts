import { FathomError, type Ask, type Documents, type Message, type Piece } from '../../core/index.ts';
import { characterStart } from '../utf8.ts';
import { pieceLength } from './prompt-layout.ts';

/** Which part of which message, counted over all steps: bytes `[fromByte, toByte)` of its UTF-8. */
export interface WindowOptions {
  readonly message: number;
  readonly fromByte: number;
  readonly toByte: number;
}

/** A part of a message as text. The ends moved outwards to whole characters. */
export interface PromptWindow {
  readonly fromByte: number;
  readonly toByte: number;
  readonly text: string;
}

/**
 * Reads a part of a prompt: only the spans that it touches are looked at, so that a prompt of any length opens at once. Throws a FathomError
 * (`misuse`) for a message that is not there. Offsets beyond the ends are cut to them.
 */
export function promptWindow(ask: Ask, documents: Documents, { message, fromByte, toByte }: WindowOptions): PromptWindow {
  const messages = ask.kind === 'generate' ? ask.steps.flatMap((step) => step.messages) : [];
  const found = messages[message];
  if (found === undefined) throw new FathomError('misuse', `The prompt has no message ${message}; it has ${messages.length}.`);
  return windowOf(found, documents, { from: Math.max(0, Math.trunc(fromByte)), to: Math.trunc(toByte) });
}

function windowOf({ blocks }: Message, documents: Documents, { from, to }: { readonly from: number; readonly to: number }): PromptWindow {
  const parts: Uint8Array[] = [];
  let [at, start, end] = [0, -1, from];
  for (const piece of blocks.flatMap((block) => block.pieces)) {
    const length = pieceLength(piece);
    if (length > 0 && at < to && at + length > from) {
      const bytes = bytesOf(piece, documents);
      const first = characterStart(bytes.bytes, bytes.from + Math.max(0, from - at));
      const last = characterEnd(bytes.bytes, bytes.from + Math.min(length, to - at), bytes.from + length);
      parts.push(bytes.bytes.subarray(first, last));
      if (start < 0) start = at + first - bytes.from;
      end = at + last - bytes.from;
    }
    at += length;
  }
  return {
    fromByte: start < 0 ? Math.min(from, at) : start,
    toByte: start < 0 ? Math.min(from, at) : end,
    text: Buffer.concat(parts).toString('utf8'),
  };
}

function bytesOf(piece: Piece, documents: Documents): { readonly bytes: Uint8Array; readonly from: number } {
  if ('doc' in piece) return { bytes: documents.bytes(piece.doc), from: piece.from };
  return { bytes: Buffer.from('text' in piece ? piece.text : '', 'utf8'), from: 0 };
}

/** The end of the character that `offset` is within, `limit` at most. */
function characterEnd(bytes: Uint8Array, offset: number, limit: number): number {
  let end = offset;
  while (end < limit && (bytes[end]! & 0xc0) === 0x80) end++;
  return end;
}
