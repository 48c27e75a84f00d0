import type { Corpus } from '../../core/index.ts';

/** Whether a text occurs anywhere in the corpus, letter for letter: the check against answers that stand in the haystack by accident. */
export function corpusContains(corpus: Corpus, text: string): boolean {
  const { buffer, byteOffset, byteLength } = corpus.bytes;
  return text !== '' && Buffer.from(buffer, byteOffset, byteLength).includes(text, 0, 'utf8');
}
