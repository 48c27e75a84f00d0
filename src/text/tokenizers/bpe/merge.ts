import type { BpeVocabulary } from './vocabulary.ts';

/** Pieces up to this many bytes are merged by scanning: faster than a heap, and nearly every piece of prose is shorter. */
const SCAN_LIMIT_BYTES = 48;
const NEVER = 0x7fffffff;

/**
 * Byte-pair encoding of one piece: merges the pair that comes first in the vocabulary's order (leftmost among equals) until no pair merges.
 * `bytes` is the UTF-8 of the piece. O(n log n) for long pieces. Returns the token ids.
 */
export function mergePiece(bytes: Uint8Array, vocabulary: BpeVocabulary): Int32Array {
  return bytes.length <= SCAN_LIMIT_BYTES ? mergeByScan(bytes, vocabulary) : mergeByHeap(bytes, vocabulary);
}

/** The slow reference: looks for the lowest pair again after every merge. O(n²). */
export function mergeByScan(bytes: Uint8Array, vocabulary: BpeVocabulary): Int32Array {
  const { mergedIds } = vocabulary;
  const ids = byteIdsOf(bytes, vocabulary);
  const orderAt = (i: number, length: number): number => {
    const order = i >= 0 && i < length - 1 ? vocabulary.order(ids[i]!, ids[i + 1]!) : -1;
    return order < 0 ? NEVER : order;
  };
  let length = ids.length;
  const orders = new Int32Array(length);
  for (let i = 0; i < length; i += 1) orders[i] = orderAt(i, length);
  for (;;) {
    let lowest = NEVER;
    let at = -1;
    for (let i = 0; i < length - 1; i += 1) {
      if (orders[i]! < lowest) {
        lowest = orders[i]!;
        at = i;
      }
    }
    if (at < 0) return ids.subarray(0, length);
    ids[at] = mergedIds === undefined ? lowest : mergedIds[lowest]!;
    ids.copyWithin(at + 1, at + 2, length);
    orders.copyWithin(at + 1, at + 2, length);
    length -= 1;
    orders[at] = orderAt(at, length);
    if (at > 0) orders[at - 1] = orderAt(at - 1, length);
  }
}

/** Linked list of tokens and a heap of pairs keyed `order · stride + position`; a key whose pair has changed since is dropped when it comes up. */
export function mergeByHeap(bytes: Uint8Array, vocabulary: BpeVocabulary): Int32Array {
  const { mergedIds } = vocabulary;
  const n = bytes.length;
  const stride = 2 ** Math.ceil(Math.log2(n + 1));
  const ids = byteIdsOf(bytes, vocabulary);
  const next = new Int32Array(n);
  const previous = new Int32Array(n);
  for (let i = 0; i < n; i += 1) {
    next[i] = i + 1;
    previous[i] = i - 1;
  }
  const heap = new KeyHeap(n);
  const offer = (left: number, right: number): void => {
    if (left < 0 || right >= n) return;
    const order = vocabulary.order(ids[left]!, ids[right]!);
    if (order >= 0) heap.push(order * stride + left);
  };
  for (let i = 0; i < n - 1; i += 1) offer(i, i + 1);
  while (heap.size > 0) {
    const key = heap.pop();
    const left = key % stride;
    const order = (key - left) / stride;
    const right = next[left]!;
    if (ids[left]! < 0 || right >= n || vocabulary.order(ids[left]!, ids[right]!) !== order) continue;
    ids[left] = mergedIds === undefined ? order : mergedIds[order]!;
    ids[right] = -1;
    const after = next[right]!;
    next[left] = after;
    if (after < n) previous[after] = left;
    offer(left, after);
    offer(previous[left]!, left);
  }
  return ids.filter((id) => id >= 0);
}

function byteIdsOf(bytes: Uint8Array, { byteIds }: BpeVocabulary): Int32Array {
  const ids = new Int32Array(bytes.length);
  for (let i = 0; i < ids.length; i += 1) ids[i] = byteIds[bytes[i]!]!;
  return ids;
}

/** A binary heap of numbers, lowest first. */
class KeyHeap {
  size = 0;
  #keys: Float64Array;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity * 2 + 16);
  }

  push(key: number): void {
    if (this.size >= this.#keys.length) this.#grow();
    const keys = this.#keys;
    let i = this.size;
    this.size += 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (keys[parent]! <= key) break;
      keys[i] = keys[parent]!;
      i = parent;
    }
    keys[i] = key;
  }

  /** Takes the lowest key out. The heap must not be empty. */
  pop(): number {
    const keys = this.#keys;
    const lowest = keys[0]!;
    this.size -= 1;
    const key = keys[this.size]!;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && keys[child + 1]! < keys[child]!) child += 1;
      if (keys[child]! >= key) break;
      keys[i] = keys[child]!;
      i = child;
    }
    keys[i] = key;
    return lowest;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
  }
}
