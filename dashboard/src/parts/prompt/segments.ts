import type { PromptStrip } from '../../../../src/server/api.ts';

/** A loaded part of a message. */
export interface Chunk {
  readonly fromByte: number;
  readonly toByte: number;
  readonly text: string;
}

/** A part of a chunk with one role. `needle`: its number where it is one. */
export interface Segment {
  readonly role: string;
  readonly fromByte: number;
  readonly toByte: number;
  readonly text: string;
  readonly needle?: number;
}

/** Cuts a chunk where blocks begin and end. Blocks begin and end between characters. */
export function segmentsOf({ messages, needles }: PromptStrip, message: number, chunk: Chunk): readonly Segment[] {
  const bytes = new TextEncoder().encode(chunk.text);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return messages[message]!.blocks.flatMap(({ role, ...block }) => {
    const fromByte = Math.max(block.fromByte, chunk.fromByte);
    const toByte = Math.min(block.toByte, chunk.toByte);
    if (toByte <= fromByte) return [];
    const needle = role === 'evidence' ? needles.findIndex((each) => each.message === message && each.fromByte === block.fromByte) : -1;
    const text = decoder.decode(bytes.subarray(fromByte - chunk.fromByte, toByte - chunk.fromByte));
    return [{ role, fromByte, toByte, text, ...(needle >= 0 && { needle }) }];
  });
}
