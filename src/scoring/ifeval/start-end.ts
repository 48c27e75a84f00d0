import { z } from 'zod';
import { stripSpace } from '../python-space.ts';
import { defineVerifier } from './verifier.ts';

/** startend:end_checker — ends with the phrase, case, outer white space and double quotes aside. */
export const endChecker = defineVerifier(z.object({ end_phrase: z.string() }), (response, { end_phrase }) =>
  withoutQuotes(stripSpace(response)).toLowerCase().endsWith(stripSpace(end_phrase).toLowerCase()),
);

function withoutQuotes(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && text[from] === '"') from++;
  while (to > from && text[to - 1] === '"') to--;
  return text.slice(from, to);
}

const PAIRS: ReadonlySet<string> = new Set(['""', '“”', '「」']);

/** startend:quotation — stands as a whole in double quotes, straight, curly or Chinese. */
export const quotation = defineVerifier(z.looseObject({}), (response) => {
  const text = stripSpace(response);
  return text.length > 1 && PAIRS.has(text[0]! + text.at(-1)!);
});
