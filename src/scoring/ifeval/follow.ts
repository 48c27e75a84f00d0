import { stripSpace } from '../python-space.ts';
import type { BoundInstruction } from './read-instructions.ts';
import { looseVariants } from './loose-variants.ts';
import type { VerifierTools } from './verifier.ts';

/** Which instructions a response follows, in their order. `strict`: as it is; `loose`: in one of its eight forms. */
export interface Followed {
  readonly strict: readonly boolean[];
  readonly loose: readonly boolean[];
}

/** Checks a response against its instructions. A blank response follows none. */
export function follow(response: string, instructions: readonly BoundInstruction[], tools: VerifierTools): Followed {
  const blank = stripSpace(response) === '';
  const variants = [...new Set(looseVariants(response))];
  const strict = instructions.map(({ check }) => !blank && check(response, tools));
  // The response itself is one of the variants, so what holds strictly holds loosely.
  return { strict, loose: instructions.map(({ check }, i) => strict[i]! || variants.some((form) => check(form, tools))) };
}
