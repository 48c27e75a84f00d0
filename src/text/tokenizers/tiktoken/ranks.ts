import { memoisePairs } from '../bpe/pair-memo.ts';
import { tokenTable, type TokenRow } from '../bpe/token-table.ts';
import type { BpeVocabulary } from '../bpe/vocabulary.ts';

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

/** Ranks and ids are the same thing in tiktoken. */
function readPool(file: Uint8Array): TokenRow {
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

function vocabularyOf(row: TokenRow): BpeVocabulary {
  const { pool, starts, size } = row;
  const table = tokenTable(row);
  // The bytes of a single byte are Latin-1, not UTF-8: they are not looked up as text.
  const byteIds = new Int32Array(256);
  for (let id = 0; id < size; id += 1) {
    const [from, to] = [starts[id]!, starts[id + 1]!];
    if (to - from === 1) byteIds[pool[from]!] = id;
  }
  return {
    byteIds,
    order: memoisePairs(table.joined),
    wholes: table,
    bytesOf: (id) => (id >= 0 && id < size ? pool.subarray(starts[id], starts[id + 1]) : undefined),
    size,
  };
}

const PADDING = 64;
const INVALID = 65;

function base64Values(): Uint8Array {
  const values = new Uint8Array(256).fill(65);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
  for (let i = 0; i < alphabet.length; i += 1) values[alphabet.charCodeAt(i)] = i;
  return values;
}
