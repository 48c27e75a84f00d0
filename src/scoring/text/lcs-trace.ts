import { internTokens } from './intern-tokens.ts';
import { lcsRows } from './lcs-rows.ts';

/** Words of bits kept at a time: 16 MiB. */
const KEPT_WORDS = 4 * 2 ** 20;

/** One longest common subsequence: its tokens' places in `a`, last first, and the moves of the back-trace to the table's edge. */
export interface LcsTrace {
  readonly places: readonly number[];
  /** Their places in `b`, last first. */
  readonly others: readonly number[];
  readonly moves: number;
}

/**
 * Traces one longest common subsequence back from the end: equal tokens are taken, else one step up in `a` where that keeps more, else one left in `b`
 * (the tie rule of pltrdy/rouge `_recon_lcs`). One bit of the table is kept for each cell, in blocks of rows that are computed again from
 * kept rows; a common end needs no table.
 */
export function lcsTrace(first: readonly string[], second: readonly string[]): LcsTrace {
  const { a, b } = internTokens(first, second);
  let bits: ReturnType<typeof tableBits> | undefined;
  const places: number[] = [];
  const others: number[] = [];
  let [i, j, moves] = [a.length, b.length, 0];
  for (; i > 0 && j > 0; moves++) {
    if (a[i - 1] === b[j - 1]) {
      places.push(i - 1);
      others.push(j - 1);
      i--;
      j--;
    } else {
      bits ??= tableBits(a.subarray(0, i), b.subarray(0, j));
      if (bits.grows(i, j)) i--;
      else j--;
    }
  }
  return { places, others, moves };
}

/** `grows(i, j)`: whether T[i][j] > T[i][j−1]; then, for unequal tokens, T[i−1][j] > T[i][j−1]. Asked with i never increasing. */
function tableBits(a: Uint32Array, b: Uint32Array) {
  const rows = lcsRows(b);
  const { words } = rows;
  const size = Math.max(1, Math.min(a.length, Math.floor(KEPT_WORDS / Math.max(1, words))));
  const starts: Uint32Array[] = [];
  const row = rows.first();
  for (let i = 0; i < a.length; i++) {
    if (i % size === 0) starts.push(row.slice());
    rows.step(row, a[i]!);
  }
  const block = new Uint32Array(size * words);
  let held = -1;
  const hold = (number: number) => {
    const current = starts[number]!.slice();
    for (let i = number * size; i < Math.min(a.length, (number + 1) * size); i++) {
      rows.step(current, a[i]!);
      block.set(current, (i - number * size) * words);
    }
    held = number;
  };
  return {
    grows(i: number, j: number): boolean {
      const number = Math.floor((i - 1) / size);
      if (number !== held) hold(number);
      return ((block[((i - 1) % size) * words + ((j - 1) >>> 5)]! >>> ((j - 1) & 31)) & 1) === 0;
    },
  };
}
