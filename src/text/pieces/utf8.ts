/** The largest offset ≤ `at` that does not split a UTF-8 character. */
export function characterStart(bytes: Uint8Array, at: number): number {
  let start = Math.min(at, bytes.length);
  while (start > 0 && start < bytes.length && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

/** The text of `[from, to)`. Cut characters become U+FFFD, as decoders do. A byte order mark is kept. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}
