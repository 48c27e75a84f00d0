import { FathomError, type Tokenizer } from '../../core/index.ts';

/** Scripts written without spaces between words, one character counted as one word. U+30FC and U+FF70 lengthen Kana but belong to no script. */
const SINGLE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u30fc\\uff70';
const WORD = new RegExp(`[${SINGLE}]|[^\\p{White_Space}${SINGLE}]+`, 'gu');

/**
 * Words as a person would count them in a mixed text: each Han, Kana or Hangul character is one; each longest run of anything else
 * that is no Unicode white space is one (so punctuation between two Han characters is one too). The same on every system: no dictionary.
 *
 * An id is the FNV-1a hash of the word's UTF-8 (32 bits), good for comparing only: `decode` throws FathomError `misuse`.
 */
export function wordsTokenizer(): Tokenizer {
  return {
    id: 'words',
    additive: true,
    count(text) {
      let words = 0;
      WORD.lastIndex = 0;
      while (WORD.test(text)) words += 1;
      return words;
    },
    encode: (text) => Uint32Array.from(text.toWellFormed().match(WORD) ?? [], fnv1a),
    decode() {
      throw new FathomError('misuse', 'cannot decode words: the tokenizer words counts, it keeps no vocabulary', {
        fix: 'Use o200k_base, cl100k_base, characters or a tokenizer.json where text is cut by tokens.',
      });
    },
  };
}

function fnv1a(word: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(word)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
