import { isCjkAt, isExtenderAt, isWhite, skipExtenders } from './characters.ts';
import { isCloser, isSentenceMark, type MarkSet } from './mark-sets.ts';

/** A run of marks with the quotes and brackets that close after it: never cut inside. */
export interface MarkRun {
  /** Offset of the first mark. */
  readonly from: number;
  /** Offset after the first unbroken row of marks. */
  readonly marksTo: number;
  /** Offset after the last mark, closing quote or bracket. */
  readonly to: number;
  /** Quotes still open after the run. */
  readonly openQuotes: number;
}

/** Reads the run that begins at `from`, where `isMark` holds. `openQuotes`: quotes open in this paragraph, which tells what `"` does. */
export function readMarkRun(text: string, from: number, options: { readonly isMark: MarkSet; readonly openQuotes: number }): MarkRun {
  let { openQuotes } = options;
  let to = skipMarks(text, from, options.isMark);
  const marksTo = to;
  for (;;) {
    const closer = readCloser(text, to, openQuotes);
    const next = closer ?? skipMarks(text, to, options.isMark);
    if (next === to) return { from, marksTo, to, openQuotes };
    if (closer !== undefined) openQuotes = quotesAfter(text.charCodeAt(to), openQuotes);
    to = next;
  }
}

/** Counts open quotes over one character: `"` closes when a quote is open and opens otherwise. */
export function quotesAfter(code: number, openQuotes: number): number {
  if (code === 0x201c) return openQuotes + 1;
  if (code === 0x201d) return Math.max(0, openQuotes - 1);
  if (code === 34) return openQuotes > 0 ? openQuotes - 1 : 1;
  return openQuotes;
}

function skipMarks(text: string, at: number, isMark: MarkSet): number {
  let end = at;
  while (end < text.length && isMark(text.charCodeAt(end))) end = skipExtenders(text, end + 1);
  return end;
}

function readCloser(text: string, at: number, openQuotes: number): number | undefined {
  const code = text.charCodeAt(at);
  const closes =
    isCloser(code) || (code === 34 && (openQuotes > 0 || closesHere(text, at + 1))) || (code === 39 && closesHere(text, at + 1));
  return closes ? skipExtenders(text, at + 1) : undefined;
}

// A straight quote directly after a mark closes when no word starts right after it.
function closesHere(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const ends = at >= text.length || isWhite(code) || isCloser(code) || isSentenceMark(code) || code === 34 || code === 39;
  return ends || isExtenderAt(text, at) || (text.charCodeAt(at - 1) === 39 && isCjkAt(text, at));
}
