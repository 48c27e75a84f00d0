import type { Kept, ByteSpan, TruncateOptions } from './kept.ts';
import { countPieces } from '../haystack/index.ts';

const SPACE = 0x20;
/** Words less with every round, as published. */
const STEP = 250;

/**
 * L-Eval's cut (`Baselines/turbo16k-test.py`): while a text has more tokens than the budget, keep its first `budget − cut` pieces between single
 * spaces (of code: the last ones), `cut` growing by 250 with each round. A text has fewer words than tokens, so the first round cuts little and the loop ends a
 * little below the budget.
 */
export function keepWords(
  span: ByteSpan,
  { index, tokenizer, budgetTokens, end }: TruncateOptions & { readonly end: 'head' | 'tail' },
): Kept {
  const { digest, bytes } = index.corpus;
  const count = (kept: ByteSpan) => (kept.to > kept.from ? countPieces([{ doc: digest, ...kept }], index, tokenizer) : 0);
  const whole = count(span);
  let [kept, tokens] = [span, whole];
  for (let cut = 0; tokens > budgetTokens; cut += STEP) {
    kept = wordsOf(bytes, kept, { words: Math.max(0, budgetTokens - cut), end });
    tokens = count(kept);
  }
  return { spans: kept.to > kept.from ? [kept] : [], droppedTokens: whole - tokens };
}

/** The first or last words of a span; words stand between single spaces, so that two spaces hold an empty one. */
function wordsOf(
  bytes: Uint8Array,
  { from, to }: ByteSpan,
  { words, end }: { readonly words: number; readonly end: 'head' | 'tail' },
): ByteSpan {
  if (words === 0) return { from, to: from };
  let seen = 0;
  if (end === 'head') {
    for (let at = from; at < to; at++) if (bytes[at] === SPACE && ++seen === words) return { from, to: at };
  } else for (let at = to - 1; at >= from; at--) if (bytes[at] === SPACE && ++seen === words) return { from: at + 1, to };
  return { from, to };
}
