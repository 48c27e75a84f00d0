import { z } from 'zod';
import { holds, relationSchema } from './relation.ts';
import { defineVerifier } from './verifier.ts';

/**
 * keywords:letter_frequency — the letter stands in the lower-cased text as often as said. Corrected: upstream draws another letter at random where
 * the letter is not one of a–z (é, я, 的); here the letter that was asked for is counted.
 */
export const letterFrequency = defineVerifier(
  z.object({ letter: z.string().min(1), let_frequency: z.number().int().nonnegative(), let_relation: relationSchema }),
  (response, { letter, let_frequency, let_relation }) => {
    const sought = letter.trim().toLowerCase();
    const count = sought === '' ? 0 : response.toLowerCase().split(sought).length - 1;
    return holds(count, let_relation, let_frequency);
  },
);
