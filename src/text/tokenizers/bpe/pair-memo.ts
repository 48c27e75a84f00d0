const SLOTS = 2 ** 18;
const STRIDE = 2 ** 21;

/**
 * Remembers `order(a, b)` for pairs seen lately. One slot a pair, a newer pair takes the slot of an older one:
 * 3 MB whatever the text holds. Ids must be below 2^21.
 */
export function memoisePairs(order: (a: number, b: number) => number): (a: number, b: number) => number {
  const keys = new Float64Array(SLOTS).fill(-1);
  const orders = new Int32Array(SLOTS);
  return (a, b) => {
    const slot = ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 7) & (SLOTS - 1);
    const key = a * STRIDE + b;
    if (keys[slot] === key) return orders[slot]!;
    const found = order(a, b);
    keys[slot] = key;
    orders[slot] = found;
    return found;
  };
}
