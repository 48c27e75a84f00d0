import { splitWords } from '../python-space.ts';
import { endsSentence } from './count-punkt-sentences.ts';

/** Characters that are words of their own, and runs of dots and dashes. */
const APART = /([«“‘„`»”’"[\](){}<>;@#$%&?!*]|\.{2,}|--|[:,](?!\d))/u;
/** Endings that are cut off: DON'T is DO and N'T. */
const ENDING = /^(.*[^'])(n't|'ll|'re|'ve|'s|'m|'d|')$/iu;

/**
 * The words of a text as NLTK's `word_tokenize` cuts them, as far as capitals can tell: white space, punctuation and English contractions. Deviations:
 * sentences are those of our approximated punkt, quotation marks keep their form, and CANNOT stays one word.
 */
export function treebankWords(text: string): string[] {
  const chunks = splitWords(text);
  return chunks.flatMap((chunk, i) => {
    const next = chunks[i + 1];
    return cutChunk(next === undefined || endsSentence(chunk, next) ? withoutLastDot(chunk) : chunk);
  });
}

function withoutLastDot(chunk: string): string {
  return /[^.]\.[\])}>"'»”’]*$/u.test(chunk.slice(-64)) ? replaceLastDot(chunk) : chunk;
}

function replaceLastDot(chunk: string): string {
  const at = chunk.lastIndexOf('.');
  return `${chunk.slice(0, at)} ${chunk.slice(at)}`;
}

function cutChunk(chunk: string): string[] {
  return splitWords(chunk)
    .flatMap((part) => part.split(APART))
    .filter((word) => word !== undefined && word !== '')
    .flatMap(cutEnding);
}

function cutEnding(word: string): string[] {
  if (word.length > 64) return [word];
  const found = ENDING.exec(word);
  return found ? [found[1]!, found[2]!] : [word];
}
