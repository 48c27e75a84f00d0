import { z } from 'zod';
import { defineVerifier } from './verifier.ts';

/** punctuation:no_comma — no ASCII comma; the Chinese ，and 、 are allowed. */
export const noComma = defineVerifier(z.looseObject({}), (response) => !response.includes(','));
