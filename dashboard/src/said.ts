import { ApiProblem } from './api.ts';
import { language, t } from './language.ts';
import { translator } from './phrases.ts';
import { SAID } from './wording/said.ts';

const toChinese = translator(SAID);

/** What the program says, as the page says it. `lang`: the language of the words where it is not that of the page. */
export function said(text: string): { readonly words: string; readonly lang?: 'en' } {
  if (language.value === 'en') return { words: text };
  const words = toChinese(text);
  return words === undefined ? { words: text, lang: 'en' } : { words };
}

/** An error in a line. */
export function saidOf(error: unknown): { readonly words: string; readonly lang?: 'en' } {
  if (error instanceof ApiProblem && error.status === 0) return { words: t('problem.offline') };
  return said(error instanceof Error ? error.message : String(error));
}
