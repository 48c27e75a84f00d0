import type { BlockRole, ModelRequest, TextSource } from '../../core/index.ts';
import { splitOpaque } from './split-opaque.ts';

/** What a reader searches, and for what. */
export interface Reading {
  /** The question with its choices; empty when the request asks nothing. */
  readonly query: string;
  /** The UTF-8 of the context, as often as it is asked for. */
  contextChunks(): Iterable<Uint8Array>;
}

/** A text block and its place: blocks whose places follow one another are joined with nothing between. */
interface Placed {
  readonly place: number;
  readonly message: number;
  readonly from: 'system' | 'user' | 'assistant';
  readonly role: BlockRole;
  readonly source: TextSource;
}

const LINE_BREAK = new TextEncoder().encode('\n');

/**
 * Reads a request as a reader would that cannot tell a needle from its haystack: `context` and `evidence` are one text.
 * The query is the question of the last message that has one, with its choices; without any, the last block of the last user message.
 * When nothing is left to search, the query block is an opaque prompt and is split before its last paragraph.
 */
export function readRequest(request: ModelRequest): Reading {
  const blocks = placeBlocks(request);
  const asked = askedBlocks(blocks);
  const context = blocks.filter((block) => isContext(block) && !asked.includes(block));
  const query = asked.map((block) => block.source.text()).join('\n');
  if (context.length > 0) return { query, contextChunks: () => joinChunks(context) };
  const opaque = splitOpaque(query);
  return { query: opaque.question, contextChunks: () => [new TextEncoder().encode(opaque.context)] };
}

function placeBlocks(request: ModelRequest): Placed[] {
  const placed: Placed[] = [];
  let place = 0;
  for (const [message, { from, blocks }] of request.messages.entries()) {
    for (const { role, source } of blocks) {
      if (!('image' in source)) placed.push({ place, message, from, role, source });
      place++;
    }
    // A gap in the places: messages are not joined.
    place++;
  }
  return placed;
}

function isContext(block: Placed): boolean {
  return block.role === 'context' || block.role === 'evidence';
}

function askedBlocks(blocks: readonly Placed[]): readonly Placed[] {
  const message = blocks.findLast((block) => block.role === 'question')?.message;
  if (message !== undefined) {
    return blocks.filter((block) => block.message === message && (block.role === 'question' || block.role === 'choices'));
  }
  const fromUser = blocks.filter((block) => block.from === 'user');
  const last = fromUser.filter((block) => block.message === fromUser.at(-1)?.message);
  const asked = last.findLast((block) => block.role !== 'format') ?? last.at(-1);
  return asked === undefined ? [] : [asked];
}

function* joinChunks(blocks: readonly Placed[]): Generator<Uint8Array> {
  let place = blocks[0]?.place ?? 0;
  for (const block of blocks) {
    if (block.place > place) yield LINE_BREAK;
    yield* block.source.chunks();
    place = block.place + 1;
  }
}
