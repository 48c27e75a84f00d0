/**
 * The longest common subsequence row by row, 32 columns a machine word (Crochemore et al. 2001, "A fast and practical bit-vector algorithm for the
 * longest common subsequence problem"). A cleared bit j of row i means that the table grows from column j to j + 1: T[i][j+1] = T[i][j] + 1.
 * Time |a|·|b|/32; memory: a row, the places of the tokens of `b`, and at most 32 rows for tokens that fill more than 1/32 of it.
 */
export function lcsRows(b: Uint32Array) {
  const words = Math.ceil(b.length / 32);
  const places = placesOf(b);
  const masks = new Map<number, Uint32Array>();
  const scratch = new Uint32Array(words);
  const maskOf = (token: number, found: readonly number[]): Uint32Array => {
    if (found.length <= words) return marked(scratch, found);
    let mask = masks.get(token);
    if (mask === undefined) masks.set(token, (mask = marked(new Uint32Array(words), found)));
    return mask;
  };
  /** The row after one more token of `a`; changes `row` in place. */
  const step = (row: Uint32Array, token: number) => {
    const found = places.get(token);
    if (found === undefined) return;
    const mask = maskOf(token, found);
    let carry = 0;
    for (let w = found[0]! >>> 5; w < words; w++) {
      const v = row[w]!;
      const u = (v & mask[w]!) >>> 0;
      const sum = v + u + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[w] = sum | (v & ~u);
    }
    if (mask === scratch) for (const j of found) scratch[j >>> 5] = 0;
  };
  return { words, first: () => new Uint32Array(words).fill(0xffffffff), step };
}

function placesOf(tokens: Uint32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let j = 0; j < tokens.length; j++) {
    const found = places.get(tokens[j]!);
    if (found) found.push(j);
    else places.set(tokens[j]!, [j]);
  }
  return places;
}

function marked(mask: Uint32Array, places: readonly number[]): Uint32Array {
  for (const j of places) mask[j >>> 5]! |= 1 << (j & 31);
  return mask;
}
