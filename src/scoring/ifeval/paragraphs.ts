import { z } from 'zod';
import { splitWords, stripSpace } from '../python-space.ts';
import { defineVerifier } from './verifier.ts';

const count = z.number().int().nonnegative();

/** length_constraints:number_paragraphs — exactly so many parts between ***; empty parts are no paragraphs at the edges, and a failure inside. */
export const numberParagraphs = defineVerifier(z.object({ num_paragraphs: count }), (response, { num_paragraphs }) => {
  const parts = response.split('***').map((part) => stripSpace(part) !== '');
  if (parts.slice(1, -1).includes(false)) return false;
  return parts.filter(Boolean).length === num_paragraphs;
});

const END_OF_WORD = /[.,?!'"]/;

/**
 * length_constraints:nth_paragraph_first_word — so many paragraphs between blank lines, and the nth begins with the word. As upstream, the nth is counted
 * with the empty ones, which the number leaves out.
 */
export const nthParagraphFirstWord = defineVerifier(
  z.object({ num_paragraphs: count, nth_paragraph: z.number().int().positive(), first_word: z.string() }),
  (response, { num_paragraphs, nth_paragraph, first_word }) => {
    const paragraphs = response.split('\n\n').map(stripSpace);
    const filled = paragraphs.filter((paragraph) => paragraph !== '').length;
    if (nth_paragraph > filled || filled !== num_paragraphs) return false;
    const [first] = splitWords(paragraphs[nth_paragraph - 1]!);
    if (first === undefined) return false;
    const [word] = first.replace(/^'+/, '').replace(/^"+/, '').split(END_OF_WORD, 1);
    return word!.toLowerCase() === first_word.toLowerCase();
  },
);
