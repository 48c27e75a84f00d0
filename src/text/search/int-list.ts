/** A growing list of 32-bit integers: four bytes a value, where an array of numbers takes eight and more. */
export interface IntList {
  readonly length: number;
  push(value: number): void;
  /** A view of the values so far; the next push may leave it behind. */
  values(): Int32Array;
  /** Adds 1 to a value. */
  increment(index: number): void;
}

/** An empty list. */
export function createIntList(): IntList {
  let store = new Int32Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === store.length) {
        const grown = new Int32Array(length * 2);
        grown.set(store);
        store = grown;
      }
      store[length++] = value;
    },
    values: () => store.subarray(0, length),
    increment(index) {
      store[index]!++;
    },
  };
}
