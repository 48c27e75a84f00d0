/** Text that is rendered late. A provider streams `chunks()` and never holds a million-token string. */
export interface TextSource {
  /** Bytes of the UTF-8 text. */
  readonly byteLength: number;
  /** SHA-256 of the UTF-8 bytes, hex. */
  digest(): string;
  /** The UTF-8 bytes, in order. A chunk never ends inside a character. Chunks may be views into shared memory: do not write to them. */
  chunks(): Iterable<Uint8Array>;
  text(): string;
}
