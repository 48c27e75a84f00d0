/** A byte-level BPE vocabulary: what merging needs to know, whatever file it came from. */
export interface BpeVocabulary {
  /** Id of each single byte; length 256. */
  readonly byteIds: Int32Array;
  /** Place of the pair (a, b) in the order of merging, lowest first; -1 when the two never merge. */
  order(a: number, b: number): number;
  /** Id of the token that a merge of this order makes; undefined: the order is the id (tiktoken). */
  readonly mergedIds?: Int32Array | undefined;
  /** Pieces that are one token without merging: all of the vocabulary for tiktoken, nothing for models that merge strictly. */
  readonly wholes: { get(piece: string): number | undefined };
  /** UTF-8 bytes of a token; undefined for an id that is not in the vocabulary. */
  bytesOf(id: number): Uint8Array | undefined;
  /** Ids are below this. */
  readonly size: number;
}
