import type { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import type { Tokenizer } from '../../../core/index.ts';
import type { TokenizerJson } from './tokenizer-json.ts';

/**
 * Any `tokenizer.json` through the library `@huggingface/tokenizers`: Unigram, WordPiece, SentencePiece and other models that our own
 * core does not read. Nothing is added at the ends. The library knows special tokens inside a text; without them in its list they are
 * plain text. Counts do not add up over cuts (`additive: false`): count a text as a whole. `decode` gives what the library gives,
 * which is not always the text: such models may normalise it. Throws what the library throws for a file that it cannot use.
 */
export async function libraryTokenizer(id: string, json: TokenizerJson): Promise<Tokenizer> {
  const { Tokenizer: Library } = await import('@huggingface/tokenizers');
  const plain = { ...json, added_tokens: (json.added_tokens ?? []).filter((token) => !token.special) };
  const library: LibraryTokenizer = new Library(plain, {});
  const idsOf = (text: string): readonly number[] =>
    text === '' ? [] : library.encode(text.toWellFormed(), { add_special_tokens: false }).ids;
  return {
    id,
    additive: false,
    count: (text) => idsOf(text).length,
    encode: (text) => Uint32Array.from(idsOf(text)),
    decode: (ids) =>
      Buffer.from(
        ids.length === 0 ? '' : library.decode(Array.from(ids), { skip_special_tokens: false, clean_up_tokenization_spaces: false }),
      ),
  };
}
