import { FathomError, type Tokenizer } from '../../../core/index.ts';
import { mergePiece } from './merge.ts';
import type { Split } from './split.ts';
import type { BpeVocabulary } from './vocabulary.ts';

/** Pieces kept with their ids. When full, all are forgotten: cheaper than keeping an order of use, and memory stays bounded. */
const CACHED_PIECES = 131_072;
const CACHED_PIECE_UNITS = 64;

/** What a byte-level BPE tokenizer is made of. */
export interface ByteBpeParts {
  readonly id: string;
  readonly additive: boolean;
  readonly vocabulary: BpeVocabulary;
  readonly split: Split;
}

/** A tokenizer that splits a text into pieces and encodes each by byte-pair merging. */
export function byteBpeTokenizer(parts: ByteBpeParts): Tokenizer {
  const { vocabulary } = parts;
  const split = explained(parts);
  const { wholes } = vocabulary;
  const merge = (piece: string): Int32Array => mergePiece(Buffer.from(piece), vocabulary);
  const idsOf = cached((piece) => merge(piece).slice());
  // Counts are kept apart from ids: planning only counts, and numbers take a tenth of the memory.
  const countOf = cached((piece) => merge(piece).length);
  return {
    id: parts.id,
    additive: parts.additive,
    count(text) {
      let tokens = 0;
      split(text.toWellFormed(), (piece) => {
        tokens += wholes.get(piece) === undefined ? countOf(piece) : 1;
      });
      return tokens;
    },
    encode(text) {
      const prepared = text.toWellFormed();
      let ids = new Uint32Array(Math.max(16, prepared.length >> 1));
      let length = 0;
      const reserve = (more: number): void => {
        if (length + more > ids.length) ids = grown(ids, length + more);
      };
      split(prepared, (piece) => {
        const whole = wholes.get(piece);
        if (whole !== undefined) {
          reserve(1);
          ids[length] = whole;
          length += 1;
          return;
        }
        const merged = idsOf(piece);
        reserve(merged.length);
        ids.set(merged, length);
        length += merged.length;
      });
      return ids.slice(0, length);
    },
    decode: (ids) => decodeBytes(ids, parts),
  };
}

/** The regular expression engine keeps a note for every character of a run, 64 MB in all: some five million Han characters without a break. */
function explained({ id, split }: ByteBpeParts): Split {
  return (text, emit) => {
    try {
      split(text, emit);
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw new FathomError('data', `${id} cannot encode a run of millions of letters without a break`, {
        fix: 'Put line ends, spaces or punctuation into the text.',
        cause,
      });
    }
  };
}

function cached<T>(compute: (piece: string) => T): (piece: string) => T {
  const cache = new Map<string, T>();
  return (piece) => {
    const known = cache.get(piece);
    if (known !== undefined) return known;
    const value = compute(piece);
    if (piece.length <= CACHED_PIECE_UNITS) {
      if (cache.size >= CACHED_PIECES) cache.clear();
      // A copy as the key: a piece is a slice that would keep the whole text it was cut from in memory.
      cache.set(Buffer.from(piece).toString(), value);
    }
    return value;
  };
}

function grown(ids: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, ids.length * 2));
  larger.set(ids);
  return larger;
}

function decodeBytes(ids: ArrayLike<number>, { id: tokenizer, vocabulary }: ByteBpeParts): Uint8Array {
  const parts = Array.from(ids, (id) => {
    const bytes = vocabulary.bytesOf(id);
    if (bytes !== undefined) return bytes;
    throw new FathomError('misuse', `cannot decode token ${id} with ${tokenizer}: no such token`, {
      fix: `Decode only ids that ${tokenizer} made: they are below ${vocabulary.size}.`,
    });
  });
  return Buffer.concat(parts);
}
