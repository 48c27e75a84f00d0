import { z } from 'zod';
import { stripSpace } from '../python-space.ts';
import { defineVerifier } from './verifier.ts';

/** combination:two_responses — two different parts between ******; empty parts are allowed at the edges only. */
export const twoResponses = defineVerifier(z.looseObject({}), (response) => {
  const parts = response.split('******').map(stripSpace);
  if (parts.slice(1, -1).includes('')) return false;
  const filled = parts.filter((part) => part !== '');
  return filled.length === 2 && filled[0] !== filled[1];
});

/** combination:repeat_prompt — begins with the prompt, case and outer white space aside. */
export const repeatPrompt = defineVerifier(z.object({ prompt_to_repeat: z.string() }), (response, { prompt_to_repeat }) =>
  stripSpace(response).toLowerCase().startsWith(stripSpace(prompt_to_repeat).toLowerCase()),
);
