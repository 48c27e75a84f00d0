import { MersenneTwister } from './mersenne-twister.ts';

/**
 * CPython's `random.Random` for integer seeds: same seed, same draws (checked against CPython 3.11).
 * Source: Lib/random.py and _randommodule.c, the parts that published generators call.
 */
export class PythonRandom {
  readonly #twister: MersenneTwister;

  /** @param seed an integer (its absolute value counts), or the 32-bit words of a key */
  constructor(seed: number | bigint | ArrayLike<number>) {
    this.#twister = new MersenneTwister(typeof seed === 'object' ? seed : wordsOf(BigInt(seed)));
  }

  /** A float in [0, 1) with 53 random bits. */
  random(): number {
    const high = this.#twister.next() >>> 5;
    return (high * 67108864 + (this.#twister.next() >>> 6)) / 9007199254740992;
  }

  /** `getrandbits(k)` for 0 ≤ k ≤ 53. */
  bits(k: number): number {
    if (k === 0) return 0;
    if (k <= 32) return this.#twister.next() >>> (32 - k);
    const low = this.#twister.next();
    return (this.#twister.next() >>> (64 - k)) * 4294967296 + low;
  }

  /** An integer in [0, n), n ≥ 1. */
  below(n: number): number {
    if (!(n >= 1)) throw new RangeError(`below(${n}): n must be at least 1`);
    const k = n > 0xffffffff ? 64 - Math.clz32(Math.floor(n / 4294967296)) : 32 - Math.clz32(n);
    let r = this.bits(k);
    while (r >= n) r = this.bits(k);
    return r;
  }

  /** An integer in [low, high], both included. */
  integer(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  choice<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** Shuffles in place, and returns the same array. */
  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i >= 1; i--) {
      const j = this.below(i + 1);
      const held = items[i]!;
      items[i] = items[j]!;
      items[j] = held;
    }
    return items;
  }

  /** k distinct items in the order drawn. */
  sample<T>(items: readonly T[], k: number): T[] {
    const n = items.length;
    if (k < 0 || k > n) throw new RangeError(`sample(${k}) of ${n} items`);
    const poolLimit = 21 + (k > 5 ? 4 ** Math.ceil(Math.log(k * 3) / Math.log(4)) : 0);
    return n <= poolLimit ? this.#sampleFromPool([...items], k) : this.#sampleByRejection(items, k);
  }

  #sampleFromPool<T>(pool: T[], k: number): T[] {
    return Array.from({ length: k }, (_, i) => {
      const j = this.below(pool.length - i);
      const drawn = pool[j]!;
      pool[j] = pool[pool.length - i - 1]!;
      return drawn;
    });
  }

  #sampleByRejection<T>(items: readonly T[], k: number): T[] {
    const seen = new Set<number>();
    return Array.from({ length: k }, () => {
      let j = this.below(items.length);
      while (seen.has(j)) j = this.below(items.length);
      seen.add(j);
      return items[j]!;
    });
  }
}

/** |n| as 32-bit words, least significant first; at least one word. */
function wordsOf(n: bigint): number[] {
  const words: number[] = [];
  let rest = n < 0n ? -n : n;
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return words;
}
