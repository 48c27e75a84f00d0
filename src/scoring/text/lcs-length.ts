import { internTokens } from './intern-tokens.ts';
import { lcsRows } from './lcs-rows.ts';

/** Length of the longest common subsequence of two token lists. Time |a|·|b|/32, memory linear. */
export function lcsLength(a: readonly string[], b: readonly string[]): number {
  const coded = internTokens(a, b);
  const rows = lcsRows(coded.b);
  const row = rows.first();
  for (const token of coded.a) rows.step(row, token);
  let length = 0;
  for (let j = 0; j < b.length; j++) if (((row[j >>> 5]! >>> (j & 31)) & 1) === 0) length++;
  return length;
}
