import type { TokenIndex } from '../../core/index.ts';
import { borderAfter, borderBefore, nearestBorder, type Border, type TextSpan } from './text-borders.ts';

/** Bytes of the corpus. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A continuous stretch of text: what stands before, the segments in their order, what stands after. */
export interface TsortLayout {
  readonly before: Stretch;
  readonly segments: readonly Stretch[];
  readonly after: Stretch;
}

export interface LayoutOptions {
  readonly document: Stretch;
  /** Tokens of the corpus before the stretch. */
  readonly startToken: number;
  readonly count: number;
  readonly segmentTokens: number;
  /** Of the text before the segments, and of that after. */
  readonly hintTokens: number;
}

/** A segment's border moves to the end of a paragraph that is not further than this share of a segment. */
const PARAGRAPH_SHARE = 1 / 8;

/** Cuts a stretch near the asked sizes, between paragraphs or sentences; undefined where the text has too few borders there. */
export function layOut(
  index: TokenIndex,
  { document, startToken, count, segmentTokens, hintTokens }: LayoutOptions,
): TsortLayout | undefined {
  const span: TextSpan = { bytes: index.corpus.bytes, ...document };
  const first = startToken + hintTokens;
  const edges = [
    startToken,
    ...Array.from({ length: count + 1 }, (_, i) => first + i * segmentTokens),
    first + count * segmentTokens + hintTokens,
  ];
  const bytes = edges.map((token) => byteAtToken(index, token));
  const segmentBytes = (bytes.at(-2)! - bytes[1]!) / count;
  const borders = bytes.map((at, i): Border | undefined => {
    if (i === 0 && at <= document.from) return textStart(document);
    const isHint = i === 0 || i === bytes.length - 1;
    return nearestBorder(span, at, { paragraphReach: isHint ? 0 : segmentBytes * PARAGRAPH_SHARE });
  });
  const [inner, beginning] = [borders.slice(1, -1), borders[0]];
  const [start, end] = [inner[0], inner.at(-1)];
  if (!start || !end) return undefined;
  // A hint has one sentence at least, however long.
  const opening = beginning && beginning.start < start.end ? beginning : (borderBefore(span, start.end) ?? textStart(document));
  const last = borders.at(-1);
  const closing = last && last.end > end.start ? last : borderAfter(span, end.start);
  const all = [opening, ...inner, closing];
  const stretches = all.slice(1).map((right, i) => ({ from: all[i]?.start ?? 0, to: right?.end ?? 0 }));
  if (stretches.some(({ from, to }) => to <= from)) return undefined;
  return { before: stretches[0]!, segments: stretches.slice(1, -1), after: stretches.at(-1)! };
}

const textStart = ({ from }: Stretch): Border => ({ end: from, start: from, rank: 2 });

/** The layout whose last sentences are so many that one more would be too long; undefined where none is short enough. */
export function fillUp(
  layout: TsortLayout,
  { span, fits }: { readonly span: TextSpan; readonly fits: (layout: TsortLayout) => boolean },
): TsortLayout | undefined {
  const endingAt = (border: Border | undefined) =>
    border && border.end > layout.after.from ? { ...layout, after: { from: layout.after.from, to: border.end } } : undefined;
  let best: TsortLayout | undefined = layout;
  while (best && !fits(best)) best = endingAt(borderBefore(span, best.after.to));
  for (
    let longer = best && endingAt(borderAfter(span, best.after.to));
    longer && fits(longer);
    longer = endingAt(borderAfter(span, longer.after.to))
  )
    best = longer;
  return best;
}

/** About where a token of the corpus begins: exact at the index's cuts, in proportion between them. */
function byteAtToken({ tokens, offsets }: TokenIndex, token: number): number {
  const chunk = Math.max(0, lastAtMost(tokens, token));
  const [low, high] = [tokens[chunk]!, tokens[chunk + 1]];
  if (high === undefined) return offsets[chunk]!;
  return Math.round(offsets[chunk]! + ((offsets[chunk + 1]! - offsets[chunk]!) * (token - low)) / (high - low || 1));
}

/** Tokens of the corpus before a byte, as exact as `byteAtToken`. */
export function tokenAtByte({ tokens, offsets }: TokenIndex, byte: number): number {
  const chunk = lastAtMost(offsets, byte);
  const [low, high] = [offsets[chunk]!, offsets[chunk + 1]];
  return high === undefined ? tokens[chunk]! : tokens[chunk]! + ((tokens[chunk + 1]! - tokens[chunk]!) * (byte - low)) / (high - low);
}

function lastAtMost(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
