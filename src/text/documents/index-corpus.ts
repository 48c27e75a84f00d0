import type { Corpus, TokenIndex, Tokenizer } from '../../core/index.ts';
import { readIndex, writeIndex } from './index-cache.ts';
import { nextSafeCut } from './safe-cuts.ts';
import { utf8Text } from '../utf8.ts';

/** Least distance between two cut points. */
export const CHUNK_BYTES = 2048;

/**
 * Tokenises a corpus once, chunk by chunk between safe cuts about 2 kB apart, each document on its own. A text without safe cuts
 * (a megabyte of one letter) is one big chunk: correct, only slower to look into.
 *
 * For an additive tokenizer the counts are exact. For one with `additive: false` they are an estimate, and only a count of the whole
 * text is exact. `cacheDir`: keeps the index there for the next time; a cache that cannot be read or written changes nothing but time.
 */
export async function indexCorpus(corpus: Corpus, tokenizer: Tokenizer, options: { readonly cacheDir?: string } = {}): Promise<TokenIndex> {
  const { cacheDir } = options;
  const cached = cacheDir === undefined ? undefined : await readIndex(cacheDir, corpus, tokenizer.id);
  if (cached !== undefined) return cached;
  const index = countChunks(corpus, tokenizer);
  if (cacheDir !== undefined) await writeIndex(cacheDir, index);
  return index;
}

function countChunks(corpus: Corpus, tokenizer: Tokenizer): TokenIndex {
  const { bytes, documents } = corpus;
  const offsets = [0];
  const tokens = [0];
  for (let document = 0; document + 1 < documents.length; document += 1) {
    const end = documents[document + 1]!;
    const text = bytes.subarray(0, end);
    for (let from = documents[document]!; from < end;) {
      const to = nextSafeCut(text, from + CHUNK_BYTES, end);
      tokens.push(tokens.at(-1)! + tokenizer.count(utf8Text(bytes, from, to)));
      offsets.push(to);
      from = to;
    }
  }
  return { corpus, tokenizer: tokenizer.id, offsets: Float64Array.from(offsets), tokens: Float64Array.from(tokens) };
}
