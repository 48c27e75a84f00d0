import { withoutArticles } from '../text/normalize-english.ts';
import { replaceSpace } from '../python-space.ts';

/**
 * L-Eval's exact match of cleaned answers (0, 0.25 or 1). Letters: 1 when equal, 0.25 when all that was named is right but not complete.
 * Numbers: equal as numbers. Else: the gold, without case and spaces, stands in the answer.
 */
export function examMatch(answer: string, gold: string): number {
  const wanted = withoutArticles(gold);
  if (/^[A-D]*$/.test(wanted)) return letterMatch(withoutArticles(answer), wanted);
  const [a, b] = [pythonFloat(answer), pythonFloat(gold)];
  if (a !== null && b !== null) return Number(a === b);
  return Number(squeezed(answer).includes(squeezed(gold)));
}

function letterMatch(given: string, wanted: string): number {
  if (given === wanted) return 1;
  return [...given].every((letter) => wanted.includes(letter)) ? 0.25 : 0;
}

const squeezed = (text: string) => text.toLowerCase().replaceAll(' ', '');

/** Python's `float(text)`, or null where it raises. */
function pythonFloat(text: string): number | null {
  const plain = replaceSpace(text, ' ').trim().toLowerCase();
  const special = /^([+-]?)(inf|infinity|nan)$/.exec(plain);
  if (special) return special[2] === 'nan' ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  if (!/^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/.test(plain)) return null;
  return Number(plain.replaceAll('_', ''));
}
