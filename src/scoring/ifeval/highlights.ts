import { z } from 'zod';
import { stripSpace } from '../python-space.ts';
import { defineVerifier } from './verifier.ts';

/** detectable_format:number_highlighted_sections — at least so many *…* and **…** that are not empty; as upstream, **…** can count twice. */
export const numberHighlightedSections = defineVerifier(
  z.object({ num_highlights: z.number().int().nonnegative() }),
  (response, { num_highlights }) => countFilled(response, /\*([^\n*]*)\*/g) + countFilled(response, /\*\*([^\n*]*)\*\*/g) >= num_highlights,
);

function countFilled(text: string, pattern: RegExp): number {
  let count = 0;
  for (const [, inner] of text.matchAll(pattern)) if (stripSpace(inner!) !== '') count++;
  return count;
}
