import { countPieces } from '../haystack/index.ts';
import { positionAt, tapeOf } from '../haystack/tape.ts';
import type { Kept, ByteSpan, TruncateOptions } from './kept.ts';

/**
 * The cut in the middle that LongBench and LooGLE publish: the first `headTokens` and the last `budget − headTokens` tokens of a text.
 * Deviation: cuts at a character, never inside one (the published code decodes half characters to U+FFFD).
 */
export function keepEnds(
  span: ByteSpan,
  { index, tokenizer, budgetTokens, headTokens }: TruncateOptions & { readonly headTokens: number },
): Kept {
  const { digest } = index.corpus;
  const count = (kept: ByteSpan) => (kept.to > kept.from ? countPieces([{ doc: digest, ...kept }], index, tokenizer) : 0);
  const whole = count(span);
  if (whole <= budgetTokens) return { spans: [span], droppedTokens: 0 };
  const tape = tapeOf(index, [], [span]);
  const head = Math.min(Math.max(0, headTokens), Math.max(0, budgetTokens));
  const tail = Math.max(0, budgetTokens - head);
  const spans = [
    { from: span.from, to: positionAt(tape, head, tokenizer).byte },
    { from: tail === 0 ? span.to : positionAt(tape, tape.tokens - tail, tokenizer).byte, to: span.to },
  ].filter(({ from, to }) => to > from);
  return { spans, droppedTokens: whole - spans.reduce((sum, kept) => sum + count(kept), 0) };
}
