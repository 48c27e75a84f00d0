import { z } from 'zod';
import { countSentences } from './count-sentences.ts';
import { countWords } from './count-words.ts';
import { holds, relationSchema } from './relation.ts';
import { defineVerifier } from './verifier.ts';

/** length_constraints:number_sentences — fewer sentences than, or at least as many as said, counted by the rules of the detected language. */
export const numberSentences = defineVerifier(
  z.object({ num_sentences: z.number().int().nonnegative(), relation: relationSchema }),
  (response, { num_sentences, relation }, { detect }) => holds(countSentences(response, detect(response)), relation, num_sentences),
);

/** length_constraints:number_words — fewer words than, or at least as many as said, counted by the rules of the detected language. */
export const numberWords = defineVerifier(
  z.object({ num_words: z.number().int().nonnegative(), relation: relationSchema }),
  (response, { num_words, relation }, { detect }) => holds(countWords(response, detect(response)), relation, num_words),
);
