import { FathomError, type Tokenizer } from '../../core/index.ts';

/** Characters with code points from U+10000 up take two UTF-16 units. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** One token a Unicode code point; the id is the code point. Loses nothing, loads nothing. */
export function charactersTokenizer(): Tokenizer {
  return {
    id: 'characters',
    additive: true,
    count(text) {
      let pairs = 0;
      PAIR.lastIndex = 0;
      while (PAIR.test(text)) pairs += 1;
      return text.length - pairs;
    },
    encode: (text) => Uint32Array.from(text.toWellFormed(), (character) => character.codePointAt(0)!),
    decode: (ids) => Buffer.from(Array.from(ids, characterOf).join('')),
  };
}

function characterOf(id: number): string {
  if (Number.isInteger(id) && id >= 0 && id <= 0x10ffff) return String.fromCodePoint(id);
  throw new FathomError('misuse', `cannot decode token ${id} with characters: no such code point`, {
    fix: 'Decode only ids that the tokenizer characters made: code points from 0 to 1114111.',
  });
}
