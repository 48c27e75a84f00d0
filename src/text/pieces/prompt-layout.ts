import type { Ask, BlockRole, Message, Piece } from '../../core/index.ts';

/** Where a block stands in its message: byte offsets into the message's UTF-8, end excluded. */
export interface PlacedBlock {
  readonly role: BlockRole;
  readonly id?: string;
  readonly fromByte: number;
  readonly toByte: number;
}

/** A message as a line of blocks. `step` counts from 0; later steps of an ask may quote replies that are not there yet and count as nothing. */
export interface PlacedMessage {
  readonly step: number;
  readonly from: Message['from'];
  readonly bytes: number;
  readonly blocks: readonly PlacedBlock[];
}

/** Lays a prompt out without reading a document: a recipe knows the length of each of its spans. An ask for retrieval has no messages. */
export function promptLayout(ask: Ask): readonly PlacedMessage[] {
  if (ask.kind !== 'generate') return [];
  return ask.steps.flatMap(({ messages }, step) => messages.map((message) => ({ step, ...placed(message) })));
}

function placed({ from, blocks }: Message): Omit<PlacedMessage, 'step'> {
  let at = 0;
  const laid = blocks.map(({ role, id, pieces }): PlacedBlock => {
    const fromByte = at;
    for (const piece of pieces) at += pieceLength(piece);
    return { role, ...(id !== undefined && { id }), fromByte, toByte: at };
  });
  return { from, bytes: at, blocks: laid };
}

/** Bytes of a piece as text; an image and a reply of another step have none. */
export function pieceLength(piece: Piece): number {
  if ('text' in piece) return Buffer.byteLength(piece.text);
  return 'doc' in piece ? piece.to - piece.from : 0;
}
