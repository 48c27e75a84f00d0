import type { BlockRole, Documents, Message } from '../../core/index.ts';
import { renderPieces } from './render-pieces.ts';

/** Where a block stands in its message: UTF-16 offsets, end excluded. */
export interface BlockSpan {
  readonly role: BlockRole;
  readonly id?: string;
  readonly startChar: number;
  readonly endChar: number;
}

/** A message as one string, with the place of every block. For reading and showing, not for sending. */
export function messageText(message: Message, documents: Documents): { readonly content: string; readonly spans: readonly BlockSpan[] } {
  const spans: BlockSpan[] = [];
  let content = '';
  for (const block of message.blocks) {
    const startChar = content.length;
    content += renderPieces(block.pieces, documents).text();
    spans.push({ role: block.role, ...(block.id !== undefined && { id: block.id }), startChar, endChar: content.length });
  }
  return { content, spans };
}
