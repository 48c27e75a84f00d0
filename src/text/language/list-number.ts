import { isDigit } from './characters.ts';

/** True when everything from `from` to `to` is digits: the number of a list item or section (`12. Next`). */
export function isListNumber(text: string, from: number, to: number): boolean {
  if (to <= from || to - from > 4) return false;
  for (let at = from; at < to; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}
