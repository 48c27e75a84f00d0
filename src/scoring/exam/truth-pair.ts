import { splitWords } from '../python-space.ts';

/** A statement judged twice: by the text (`loyalty`) and by what is known of the world (`fact`). */
export interface TruthPair {
  readonly loyalty: string;
  readonly fact: string;
}

const NONE = '<error>';

/** Reads "True [fact: False]" as L-Eval does for sci_fi: on each side the first word with true or false in it, else `<error>`. */
export function truthPair(text: string): TruthPair {
  const [loyalty = '', fact = ''] = text.toLowerCase().split('[fact:', 2);
  return { loyalty: verdict(loyalty), fact: verdict(fact) };
}

function verdict(text: string): string {
  const word = splitWords(text).find((each) => each.includes('true') || each.includes('false'));
  if (word === undefined) return NONE;
  return word.includes('true') ? 'true' : 'false';
}
