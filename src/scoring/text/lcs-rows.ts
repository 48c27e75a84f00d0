/**
 * The longest common subsequence row by row, 32 columns a machine word (Crochemore et al. 2001, "A fast and practical bit-vector algorithm for the
 * longest common subsequence problem"). A cleared bit j of row i means that the table grows from column j to j + 1: T[i][j+1] = T[i][j] + 1.
 * Time |a|·|b|/32; memory: one row and, for each token of `a` that occurs in `b`, where it does.
 */
export function lcsRows(b: Uint32Array) {
  const words = Math.ceil(b.length / 32);
  const places = new Map<number, number[]>();
  for (let j = 0; j < b.length; j++) {
    const found = places.get(b[j]!);
    if (found) found.push(j);
    else places.set(b[j]!, [j]);
  }
  const match = new Uint32Array(words);
  /** The row after one more token of `a`; changes `row` in place. */
  const step = (row: Uint32Array, token: number) => {
    const found = places.get(token);
    if (found === undefined) return;
    for (const j of found) match[j >>> 5]! |= 1 << (j & 31);
    let carry = 0;
    for (let w = found[0]! >>> 5; w < words; w++) {
      const v = row[w]!;
      const u = (v & match[w]!) >>> 0;
      const sum = v + u + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[w] = sum | (v & ~u);
    }
    for (const j of found) match[j >>> 5] = 0;
  };
  return { words, first: () => new Uint32Array(words).fill(0xffffffff), step };
}
