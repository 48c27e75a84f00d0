import { z } from 'zod';
import { isLower, isUpper } from './python-case.ts';
import { defineVerifier, type VerifierTools } from './verifier.ts';

const noArguments = z.looseObject({});

/** change_case:english_capital — no letter in lower case, and the language is English (or cannot be told). */
export const englishCapital = defineVerifier(noArguments, (response, _, tools) => isUpper(response) && isEnglish(response, tools));

/** change_case:english_lowercase — no letter in upper case, and the language is English (or cannot be told). */
export const englishLowercase = defineVerifier(noArguments, (response, _, tools) => isLower(response) && isEnglish(response, tools));

function isEnglish(response: string, { detect }: VerifierTools): boolean {
  return (detect(response) ?? 'en') === 'en';
}
