import { z } from 'zod';
import { defineVerifier } from './verifier.ts';

/**
 * language:response_language — the detected language is the one asked for; a text whose language cannot be told passes. `official`: the detector's
 * name of Chinese is never plain `zh` (langdetect says zh-cn or zh-tw), so `zh` can only pass undetected; `fixed`: `zh` is Chinese.
 */
export const responseLanguage = defineVerifier(z.object({ language: z.string().min(1) }), (response, { language }, { detect, mode }) => {
  const found = detect(response);
  if (found === undefined) return true;
  const [wanted] = language.toLowerCase().split('-');
  if (mode === 'official' && found === 'zh' && !language.includes('-')) return false;
  return found === wanted;
});
