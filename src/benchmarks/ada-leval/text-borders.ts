import { sentenceEnds } from '../../text/index.ts';

/** A place between two sentences: the left one ends at byte `end`, the right one begins at byte `start`. */
export interface Border {
  readonly end: number;
  readonly start: number;
  /** 2: between paragraphs · 1: between sentences · 0: after a line that need not end a sentence, or a heading, which belongs to what follows. */
  readonly rank: 0 | 1 | 2;
}

/** Bytes of one document. */
export interface TextSpan {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

const FIRST_REACH_BYTES = 2_000;
const BLANK_LINE = /\n\s*\n/;
const ENDS_SENTENCE = /[.!?…。！？][”’"'』」）)\]》]*$/;

/**
 * The border nearest to a byte. One between paragraphs is taken before one between sentences when it is at most `paragraphReach` bytes away. Undefined where the text
 * has none, as its beginning and end are no borders.
 */
export function nearestBorder(span: TextSpan, at: number, { paragraphReach }: { readonly paragraphReach: number }): Border | undefined {
  for (let reach = Math.max(FIRST_REACH_BYTES, paragraphReach + 200); ; reach *= 4) {
    const found = bordersBetween(span, { from: at - reach, to: at + reach });
    const paragraphs = found.filter(({ rank, end }) => rank === 2 && Math.abs(end - at) <= paragraphReach);
    const best = nearest(paragraphs, at) ?? nearest(atLeast(found, 1), at);
    if (best) return best;
    if (at - reach <= span.from && at + reach >= span.to) return nearest(found, at);
  }
}

/** The next border after a byte; undefined where no more follows. */
export function borderAfter(span: TextSpan, at: number): Border | undefined {
  for (let reach = FIRST_REACH_BYTES; ; reach *= 4) {
    const found = atLeast(bordersBetween(span, { from: at - FIRST_REACH_BYTES, to: at + reach }), 1).find(({ end }) => end > at);
    if (found || at + reach >= span.to) return found;
  }
}

/** The last border before a byte. */
export function borderBefore(span: TextSpan, at: number): Border | undefined {
  for (let reach = FIRST_REACH_BYTES; ; reach *= 4) {
    const found = atLeast(bordersBetween(span, { from: at - reach, to: at + FIRST_REACH_BYTES }), 1).findLast(({ end }) => end < at);
    if (found || at - reach <= span.from) return found;
  }
}

/** Borders in a part of the text, ascending. Line breaks part paragraphs where there are no blank lines; where there are, they may stand inside a sentence. */
function bordersBetween({ bytes, from, to }: TextSpan, window: { readonly from: number; readonly to: number }): readonly Border[] {
  const first = characterAt(bytes, Math.max(from, Math.floor(window.from)));
  const last = characterAt(bytes, Math.min(to, Math.ceil(window.to)));
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + first, last - first).toString('utf8');
  const hasBlankLines = BLANK_LINE.test(text);
  const borders: Border[] = [];
  let [seen, byte] = [0, first];
  for (const at of sentenceEnds(text)) {
    const white = /^\s*/.exec(text.slice(at, at + 64))![0];
    if (at + white.length >= text.length || at === 0) continue;
    byte += Buffer.byteLength(text.slice(seen, at));
    seen = at;
    const isMarked = ENDS_SENTENCE.test(text.slice(Math.max(0, at - 8), at));
    const isParagraph = BLANK_LINE.test(white) || (!hasBlankLines && white.includes('\n'));
    borders.push({ end: byte, start: byte + Buffer.byteLength(white), rank: !isMarked ? 0 : isParagraph ? 2 : 1 });
  }
  return borders;
}

const atLeast = (borders: readonly Border[], rank: number) => borders.filter((border) => border.rank >= rank);

function nearest(borders: readonly Border[], at: number): Border | undefined {
  return borders.reduce<Border | undefined>(
    (best, each) => (best && Math.abs(best.end - at) <= Math.abs(each.end - at) ? best : each),
    undefined,
  );
}

function characterAt(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && start < bytes.length && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}
