const STRIDE = 2 ** 21;

/**
 * The place of each pair in the order of merging, by open addressing. `pairs` holds a₀, b₀, a₁, b₁, …, ids below 2^21.
 * A pair that stands there twice has its last place, as in the libraries. Answers -1 for a pair that is not there.
 */
export function pairTable(pairs: Float64Array): (a: number, b: number) => number {
  const slots = 2 ** Math.ceil(Math.log2(pairs.length + 2));
  const keys = new Float64Array(slots).fill(-1);
  const orders = new Int32Array(slots);
  const slotOf = (a: number, b: number): number => {
    const key = a * STRIDE + b;
    let slot = ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 7) & (slots - 1);
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  for (let order = 0; order * 2 < pairs.length; order += 1) {
    const [a, b] = [pairs[order * 2]!, pairs[order * 2 + 1]!];
    const slot = slotOf(a, b);
    keys[slot] = a * STRIDE + b;
    orders[slot] = order;
  }
  return (a, b) => {
    const slot = slotOf(a, b);
    return keys[slot] === -1 ? -1 : orders[slot]!;
  };
}
