import type { Ask, Block, Documents, Message, Piece, Sample } from '../../core/index.ts';
import { pieceBytes } from '../piece-bytes.ts';
import { commonBlocks, prefixGroups, type PrefixGroup } from './prefix-groups.ts';
import { promptTrie } from './prompt-blocks.ts';

/** Shorter prefixes are not cached by the providers that want marks. */
const LEAST_TOKENS = 1024;

/** Byte offsets in the prompt of a sample's first step, ascending, where a marked prefix shall end. */
export type CacheBreaks = ReadonlyMap<string, readonly number[]>;

/**
 * Where to mark prefixes for providers that cache up to marks alone, and take `marks` of them in a request. All prompts of a group mark the
 * same places, those from which the group together reads most (dynamic programming over the places where prompts part from the leader):
 * a mark at a prompt's own needle would be written and never read. A prompt that shares nothing gets no mark.
 */
export function cacheBreaks(samples: readonly Sample[], marks: number): CacheBreaks {
  const trie = promptTrie(samples);
  const breaks = new Map<string, readonly number[]>();
  for (const group of prefixGroups(trie)) {
    const places = bestPlaces(group, marks);
    const [leader] = group.paths;
    for (const { sample, blocks } of group.paths) {
      const shared = sample === leader!.sample ? Infinity : commonBlocks(blocks, leader!.blocks);
      breaks.set(
        sample.id,
        places.filter((place) => place <= shared).map((place) => place * trie.blockBytes),
      );
    }
  }
  return breaks;
}

/** The places (in blocks) of which every follower reads the last before it parts from the leader. */
function bestPlaces({ paths: [leader, ...followers] }: PrefixGroup, marks: number): readonly number[] {
  const parted = followers
    .map(({ blocks }) => commonBlocks(blocks, leader!.blocks))
    .filter((blocks) => blocks * leader!.tokensPerBlock >= LEAST_TOKENS)
    .sort((a, b) => a - b);
  const candidates = [...new Set(parted)];
  /** best[i]: most blocks read by followers that part at candidate i or later, with the first mark at i. */
  let best = candidates.map((place) => ({ read: place * countFrom(parted, place), places: [place] }));
  for (let more = 1; more < marks; more++) {
    const before = best;
    best = candidates.map((place, i) => {
      const alone = place * countFrom(parted, place);
      return candidates.slice(i + 1).reduce(
        (top, next, offset) => {
          const rest = before[i + 1 + offset]!;
          const read = place * (countFrom(parted, place) - countFrom(parted, next)) + rest.read;
          return read > top.read ? { read, places: [place, ...rest.places] } : top;
        },
        { read: alone, places: [place] },
      );
    });
  }
  return best.reduce((top, each) => (each.read > top.read ? each : top), { read: 0, places: [] as number[] }).places;
}

/** How many part at `place` or later. */
function countFrom(sorted: readonly number[], place: number): number {
  return sorted.length - sorted.findIndex((parted) => parted >= place);
}

/** The ask with its first step's blocks cut and marked at these byte offsets, and marked nowhere else. Its text stays the same. */
export function withCacheBreaks(ask: Ask, offsets: readonly number[], documents: Documents): Ask {
  if (ask.kind !== 'generate') return ask;
  const [first, ...rest] = ask.steps;
  const left = [...offsets];
  let at = 0;
  const mark = (message: Message): Message => ({
    ...message,
    blocks: message.blocks.flatMap((block) => {
      const parts = cutBlock(block, left, { at, documents });
      at += pieceBytes(block.pieces);
      return parts;
    }),
  });
  return first ? { ...ask, steps: [{ ...first, messages: first.messages.map(mark) }, ...rest] } : ask;
}

function cutBlock(
  { cacheBreak: _mark, ...block }: Block,
  left: number[],
  { at, documents }: { readonly at: number; readonly documents: Documents },
): readonly Block[] {
  const parts: Block[] = [];
  let rest: readonly Piece[] = block.pieces;
  let from = at;
  while (left.length > 0 && left[0]! <= from + pieceBytes(rest)) {
    const [head, tail] = cutPieces(rest, left.shift()! - from, documents);
    if (head.length > 0) parts.push({ ...block, pieces: head, cacheBreak: true });
    from += pieceBytes(head);
    rest = tail;
  }
  return rest.length > 0 || parts.length === 0 ? [...parts, { ...block, pieces: rest }] : parts;
}

/** Cuts pieces after `bytes`, or a little before: never inside a character. */
function cutPieces(pieces: readonly Piece[], bytes: number, documents: Documents): readonly [readonly Piece[], readonly Piece[]] {
  const head: Piece[] = [];
  let left = bytes;
  for (const [i, piece] of pieces.entries()) {
    const size = pieceBytes([piece]);
    if (size > left) {
      const [before, after] = cutPiece(piece, left, documents);
      return [
        [...head, ...before],
        [...after, ...pieces.slice(i + 1)],
      ];
    }
    head.push(piece);
    left -= size;
  }
  return [head, []];
}

function cutPiece(piece: Piece, bytes: number, documents: Documents): readonly [readonly Piece[], readonly Piece[]] {
  if ('doc' in piece) {
    const cut = characterStart(documents.bytes(piece.doc), piece.from + bytes);
    return cut <= piece.from ? [[], [piece]] : [[{ ...piece, to: cut }], [{ ...piece, from: cut }]];
  }
  // A text is cut where a document follows it or not at all: it is short.
  return [[], [piece]];
}

/** Start of the character that holds byte `at`. */
function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && (bytes[start]! & 0xc0) === 0x80) start -= 1;
  return start;
}
