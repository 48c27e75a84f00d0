import { z } from 'zod';
import { dataPattern } from './data-pattern.ts';
import { holds, relationSchema } from './relation.ts';
import { defineVerifier } from './verifier.ts';

/** keywords:existence — every keyword is found. */
export const keywordExistence = defineVerifier(z.object({ keywords: z.array(z.string()).min(1) }), (response, { keywords }) =>
  keywords.every((keyword) => dataPattern(keyword).found(response)),
);

/** keywords:forbidden_words — no word is found between word boundaries. */
export const forbiddenWords = defineVerifier(z.object({ forbidden_words: z.array(z.string()).min(1) }), (response, { forbidden_words }) =>
  forbidden_words.every((word) => !dataPattern(word).foundAsWord(response)),
);

/** keywords:frequency — the keyword is found less often than, or at least as often as said. */
export const keywordFrequency = defineVerifier(
  z.object({ keyword: z.string(), frequency: z.number().int().nonnegative(), relation: relationSchema }),
  (response, { keyword, frequency, relation }) => holds(dataPattern(keyword.trim()).count(response, frequency + 1), relation, frequency),
);
