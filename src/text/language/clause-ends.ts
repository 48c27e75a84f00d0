import { isCjkAt, isCjkBefore, isDigit, isWhite } from './characters.ts';
import { isClauseMark, isSentenceMark, isZhClauseMark } from './mark-sets.ts';
import { quotesAfter, readMarkRun, type MarkRun } from './mark-run.ts';
import { softSentenceEnds } from './sentence-ends.ts';

const EM_DASH = 0x2014;

/**
 * Where clauses end: every sentence end, and the offsets after `, ; : —` and `，、；：` with their closing quotes; ascending.
 * The fallback for cutting sentences that are too long. Numbers (`1,000`, `12:30`) stay whole. Linear in the length of any text.
 */
export function clauseEnds(text: string): number[] {
  return mergeAscending(softSentenceEnds(text), clauseMarkEnds(text));
}

function clauseMarkEnds(text: string): number[] {
  const ends: number[] = [];
  let openQuotes = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (isClauseMark(code)) {
      const run = readMarkRun(text, at, { isMark: isClauseMark, openQuotes });
      if (endsClause(text, run)) ends.push(run.to);
      ({ openQuotes } = run);
      at = run.to;
    } else {
      openQuotes = code === 10 ? 0 : quotesAfter(code, openQuotes);
      at++;
    }
  }
  return ends;
}

function endsClause(text: string, run: MarkRun): boolean {
  const next = text.charCodeAt(run.to);
  if (isSentenceMark(next)) return false;
  if (run.to === text.length || isWhite(next)) return true;
  if (isDigit(text.charCodeAt(run.from - 1)) && isDigit(next)) return false;
  const first = text.charCodeAt(run.from);
  return first === EM_DASH || isZhClauseMark(first) || isCjkBefore(text, run.from) || isCjkAt(text, run.to);
}

function mergeAscending(a: readonly number[], b: readonly number[]): number[] {
  const merged: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const next = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    merged.push(next);
    if (a[i] === next) i++;
    if (b[j] === next) j++;
  }
  return merged;
}
