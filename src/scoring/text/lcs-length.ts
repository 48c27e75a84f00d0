import { internTokens } from './intern-tokens.ts';
import { lcsRows } from './lcs-rows.ts';

/** Length of the longest common subsequence of two token lists. Time |a|·|b|/32 without the common beginning and end, memory linear. */
export function lcsLength(a: readonly string[], b: readonly string[]): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return start + end + innerLength(a.slice(start, a.length - end), b.slice(start, b.length - end));
}

function innerLength(first: readonly string[], second: readonly string[]): number {
  const { a, b } = internTokens(first, second);
  const rows = lcsRows(b);
  const row = rows.first();
  for (const token of a) rows.step(row, token);
  let length = 0;
  for (let j = 0; j < b.length; j++) if (((row[j >>> 5]! >>> (j & 31)) & 1) === 0) length++;
  return length;
}
