import { z } from 'zod';
import { isUpper } from './python-case.ts';
import { holds, relationSchema } from './relation.ts';
import { treebankWords } from './treebank-words.ts';
import { defineVerifier } from './verifier.ts';

/** change_case:capital_word_frequency — words all in capitals, fewer than, or at least as many as said. */
export const capitalWordFrequency = defineVerifier(
  z.object({ capital_frequency: z.number().int().nonnegative(), capital_relation: relationSchema }),
  (response, { capital_frequency, capital_relation }) =>
    holds(treebankWords(response).filter(isUpper).length, capital_relation, capital_frequency),
);
