import type { z } from 'zod';
import type { ScoringMode } from '../longbench/mode.ts';
import type { DetectLanguage } from './detect-language.ts';

/** What a verifier needs beside the response. `mode`: upstream's known defects kept (`official`) or repaired (`fixed`). */
export interface VerifierTools {
  readonly detect: DetectLanguage;
  readonly mode: ScoringMode;
}

/** True if a response follows the instruction. Never throws, whatever the response holds. */
export type Check = (response: string, tools: VerifierTools) => boolean;

/** An instruction's check, or what is wrong with its arguments. */
export type BoundCheck = { readonly check: Check } | { readonly problem: string };

/** The verifier of one instruction id: reads the arguments of a row (its kwargs) and gives the check. */
export interface Verifier {
  bind(kwargs: unknown): BoundCheck;
}

/** A verifier from the shape of its arguments and a pure rule. */
export function defineVerifier<K>(schema: z.ZodType<K>, follows: (response: string, kwargs: K, tools: VerifierTools) => boolean): Verifier {
  return {
    bind(kwargs) {
      const read = schema.safeParse(kwargs);
      if (read.success) return { check: (response, tools) => follows(response, read.data, tools) };
      const [issue] = read.error.issues;
      return { problem: `at ${issue?.path.join('.') || 'kwargs'}: ${issue?.message ?? 'not valid'}` };
    },
  };
}
