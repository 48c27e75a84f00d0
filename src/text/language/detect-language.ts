import { isHanSurrogate } from './characters.ts';

const HAN_SHARE = 0.3;
const LETTER = /\p{L}/u;

/**
 * The language of a text by the share of Han characters among its letters: `zh` from 30 % on, `en` otherwise and for text without letters.
 * A Chinese question with Latin names in it stays Chinese, an English one with a Chinese name English.
 */
export function detectLanguage(text: string): 'en' | 'zh' {
  let han = 0;
  let others = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code)) han++;
    else if (isLetter(code)) others++;
  }
  return han > 0 && han >= HAN_SHARE * (han + others) ? 'zh' : 'en';
}

function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || isHanSurrogate(code);
}

function isLetter(code: number): boolean {
  if (code < 0x80) return (code | 32) >= 97 && (code | 32) <= 122;
  return LETTER.test(String.fromCharCode(code));
}
