import type { Tokenizer } from '../../../core/index.ts';
import { byteLevelBpe } from './byte-level-bpe.ts';
import { libraryTokenizer } from './library-tokenizer.ts';
import { brokenTokenizer, readTokenizerJson } from './tokenizer-json.ts';

/**
 * A Hugging Face `tokenizer.json`: byte-level BPE on our own core, which is linear and byte-exact; everything else through the library.
 * Throws FathomError `missing` or `data`.
 */
export async function loadHuggingFace(path: string): Promise<Tokenizer> {
  const { id, json } = await readTokenizerJson(path);
  const own = byteLevelBpe(id, json);
  if (own !== undefined) return own;
  try {
    const tokenizer = await libraryTokenizer(id, json);
    // The library reads some parts only when they are used.
    tokenizer.count('a');
    return tokenizer;
  } catch (cause) {
    throw brokenTokenizer(
      path,
      `the library @huggingface/tokenizers refuses it (${cause instanceof Error ? cause.message : String(cause)})`,
      cause,
    );
  }
}
