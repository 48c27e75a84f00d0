/**
 * MT19937, the generator behind CPython's `random` (Matsumoto & Nishimura 1998; `init_by_array` seeding).
 * Words are unsigned 32-bit.
 */
export class MersenneTwister {
  readonly #state = new Uint32Array(624);
  #next = 624;

  /** @param key words to seed with; at least one */
  constructor(key: ArrayLike<number>) {
    this.#fill(19650218);
    const state = this.#state;
    let i = 1;
    let j = 0;
    const previous = (at: number) => state[at - 1]! ^ (state[at - 1]! >>> 30);
    for (let left = Math.max(624, key.length); left > 0; left--) {
      state[i] = (state[i]! ^ Math.imul(previous(i), 1664525)) + key[j]! + j;
      i = this.#wrap(i + 1);
      j = j + 1 >= key.length ? 0 : j + 1;
    }
    for (let left = 623; left > 0; left--) {
      state[i] = (state[i]! ^ Math.imul(previous(i), 1566083941)) - i;
      i = this.#wrap(i + 1);
    }
    state[0] = 0x80000000;
  }

  /** The next 32 random bits. */
  next(): number {
    if (this.#next >= 624) this.#twist();
    let y = this.#state[this.#next++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #fill(seed: number): void {
    const state = this.#state;
    state[0] = seed >>> 0;
    for (let k = 1; k < 624; k++) state[k] = Math.imul(1812433253, state[k - 1]! ^ (state[k - 1]! >>> 30)) + k;
  }

  #wrap(i: number): number {
    if (i < 624) return i;
    this.#state[0] = this.#state[623]!;
    return 1;
  }

  #twist(): void {
    const state = this.#state;
    for (let k = 0; k < 624; k++) {
      const y = (state[k]! & 0x80000000) | (state[(k + 1) % 624]! & 0x7fffffff);
      state[k] = state[(k + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#next = 0;
  }
}
