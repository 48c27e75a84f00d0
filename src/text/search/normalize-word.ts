import { EN_STOP_WORDS } from './stop-words.ts';

/** Longer words are cut: a megabyte of letters is one term of 64 characters. */
const LONGEST_WORD = 64;

/**
 * The term of a word: lower case, without accents and possessive, plural taken off (`Vasíli’s` → `vasili`, `islands` → `island`);
 * numbers whole, without thousands separators. Undefined for a stop word and for what has no letter (a lone combining mark).
 */
export function normalizeWord(raw: string): string | undefined {
  const plain = fold(raw.slice(0, LONGEST_WORD));
  if (plain.charCodeAt(0) <= 57) return plain.replaceAll(',', '');
  const word = plain.replace(/['’]s$/, '').replace(/['’]/g, '');
  return word === '' || EN_STOP_WORDS.has(word) ? undefined : stemPlural(word);
}

function fold(raw: string): string {
  for (let i = 0; i < raw.length; i++) {
    if (raw.charCodeAt(i) > 0x7f) return raw.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  }
  return raw.toLowerCase();
}

// The S stemmer of Harman, “How effective is suffixing?” (JASIS 42, 1991): three rules, the first that fits.
function stemPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return /[ea]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith('es')) return /[aeo]es$/.test(word) ? word : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
