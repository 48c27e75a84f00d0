/** Turns text into token ids. Special tokens are never recognised inside text. */
export interface Tokenizer {
  /** `o200k_base`, `cl100k_base`, `characters`, `words`, or `hf:<first 12 hex of the file's SHA-256>`. */
  readonly id: string;
  /** True when counts add up over cuts at the places that `safeCuts` finds (text/documents); false: only a count of the whole is exact. */
  readonly additive: boolean;
  /** Number of tokens. Linear in the length of any text. Lone surrogates count as U+FFFD. */
  count(text: string): number;
  encode(text: string): Uint32Array;
  /** UTF-8 bytes of the tokens: not always whole characters, so bytes and not a string. Exact inverse of `encode` for byte-level tokenizers. */
  decode(ids: ArrayLike<number>): Uint8Array;
}
