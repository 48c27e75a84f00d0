import { visibleText } from '../../../src/report/charts/index.ts';
import { said } from '../said.ts';

/** What the program says, in the language of the page where that is known; else in English, and marked so that it is read out as such. */
export function Said({ text }: { readonly text: string }) {
  const { words, lang } = said(text);
  return <span {...(lang !== undefined && { lang })}>{visibleText(words)}</span>;
}
