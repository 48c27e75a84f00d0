import { sentenceEnds } from './sentence-ends.ts';
import { isWhite } from './characters.ts';

/** A part of a text, in UTF-16 offsets: `text.slice(from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The sentences of a text, each with the white space that follows it; white space before the first belongs to the first.
 * The spans cover the text exactly: joined, they are the text. An empty text has none.
 */
export function splitSentences(text: string): Span[] {
  return spansAt(text, sentenceEnds(text));
}

/** Cuts a text after each of `ends` (ascending) and the white space that follows it. The spans cover the text exactly. */
export function spansAt(text: string, ends: readonly number[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const end of ends) {
    const to = skipWhite(text, end);
    spans.push({ from, to });
    from = to;
  }
  if (from < text.length) spans.push({ from, to: text.length });
  return spans;
}

function skipWhite(text: string, at: number): number {
  let to = at;
  while (to < text.length && isWhite(text.charCodeAt(to))) to++;
  return to;
}
