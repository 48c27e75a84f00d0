import { memoisePairs } from '../bpe/pair-memo.ts';
import type { BpeVocabulary } from '../bpe/vocabulary.ts';

/** The tokens of a rank file: token `id` is `pool[starts[id], starts[id + 1])`. Ranks and ids are the same thing in tiktoken. */
interface Ranks {
  readonly pool: Buffer;
  readonly starts: Uint32Array;
  readonly size: number;
}

const NEW_LINE = 10;
const SPACE = 32;
const BASE64 = base64Values();

/**
 * Parses a tiktoken rank file: lines of `base64 rank`, ranks 0, 1, 2, … in order.
 * Throws a plain Error for a file that is not one: the file is our own dependency's, not the user's.
 */
export function parseRanks(file: Uint8Array): BpeVocabulary {
  return vocabularyOf(readPool(file));
}

function readPool(file: Uint8Array): Ranks {
  const pool = Buffer.allocUnsafe(file.length);
  const starts: number[] = [0];
  let end = 0;
  for (let at = 0; at < file.length;) {
    let bits = 0;
    let held = 0;
    for (; file[at] !== SPACE; at += 1) {
      const value = BASE64[file[at]!]!;
      if (value === PADDING) continue;
      if (value === INVALID) throw new Error(`rank file: line ${starts.length} is not "base64 rank"`);
      bits = ((bits << 6) | value) & 0xffff;
      held += 6;
      if (held >= 8) {
        held -= 8;
        pool[end] = bits >> held;
        end += 1;
      }
    }
    let rank = 0;
    for (at += 1; at < file.length && file[at] !== NEW_LINE; at += 1) rank = rank * 10 + file[at]! - 48;
    at += 1;
    if (rank !== starts.length - 1) throw new Error(`rank file: rank ${rank} where ${starts.length - 1} should be`);
    starts.push(end);
  }
  return { pool, starts: Uint32Array.from(starts), size: starts.length - 1 };
}

/** Two maps: pieces of text (all tokens that are valid UTF-8) and byte strings, one Latin-1 character a byte, for the others and for merging. */
function vocabularyOf({ pool, starts, size }: Ranks): BpeVocabulary {
  const latin = pool.toString('latin1', 0, starts[size]);
  const names = Array.from({ length: size }, (_, id) => latin.slice(starts[id], starts[id + 1]));
  const wholes = new Map<string, number>();
  const byteStrings = new Map<string, number>();
  for (let id = 0; id < size; id += 1) {
    const name = names[id]!;
    if (isAscii(name)) {
      wholes.set(name, id);
      continue;
    }
    byteStrings.set(name, id);
    // Buffer, unlike TextDecoder, keeps a leading U+FEFF: tokens that begin with one exist.
    const text = pool.toString('utf8', starts[id], starts[id + 1]);
    if (!text.includes('\ufffd') || Buffer.from(text).equals(pool.subarray(starts[id], starts[id + 1]))) wholes.set(text, id);
  }
  const idOf = (bytes: string): number | undefined => (isAscii(bytes) ? wholes : byteStrings).get(bytes);
  return {
    byteIds: Int32Array.from({ length: 256 }, (_, byte) => idOf(String.fromCharCode(byte))!),
    order: memoisePairs((a, b) => idOf(names[a]! + names[b]!) ?? -1),
    wholes,
    bytesOf: (id) => (id >= 0 && id < size ? pool.subarray(starts[id], starts[id + 1]) : undefined),
    size,
  };
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) return false;
  return true;
}

const PADDING = 64;
const INVALID = 65;

function base64Values(): Uint8Array {
  const values = new Uint8Array(256).fill(65);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
  for (let i = 0; i < alphabet.length; i += 1) values[alphabet.charCodeAt(i)] = i;
  return values;
}
