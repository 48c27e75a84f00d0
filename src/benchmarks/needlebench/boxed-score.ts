import type { Answer, Result } from '../../core/index.ts';
import { boxedEquals, boxedEqualsPublished, chainProgress, cleanBoxed, lastBoxed } from '../../scoring/index.ts';
import type { Mode } from './options.ts';
import { replyOf, wasCut } from './reply.ts';

/** What a boxed answer is compared with, and what tells how far a wrong one got. */
export interface BoxedTarget {
  readonly kind: 'boxed';
  readonly answer: string;
  readonly mode: Mode;
  /** From the person asked about to the answer; empty for numbers. */
  readonly path: readonly string[];
  readonly people: readonly string[];
  readonly numeric?: boolean;
  /** The word for "the text does not say", where a prompt allows it, and whether it is the answer. */
  readonly unknown?: { readonly word: string; readonly right: boolean };
}

/** Boxed exact match (compat: as published; corrected: both sides cleaned alike), with progress along the chain as a part. */
export function scoreBoxed(answer: Answer, target: BoxedTarget): Result {
  const reply = replyOf(answer);
  const right =
    target.mode === 'compat'
      ? boxedEqualsPublished(lastBoxed(reply), target.answer)
      : boxedEquals(lastBoxed(reply, 'lenient'), target.answer);
  const base = { value: Number(right), mode: target.mode, metric: 'boxed-exact' };
  if (right)
    return { status: 'ok', score: { ...base, parts: target.path.length > 0 ? [{ metric: 'progress', value: 1 }] : [], why: 'right' } };
  const { progress, errorClass, why } = failure(reply, target, wasCut(answer));
  return {
    status: 'ok',
    score: { ...base, errorClass, why, ...(progress !== undefined && { parts: [{ metric: 'progress', value: progress }] }) },
  };
}

/** A compat answer can be right and still fail: cleaned on one side only, torn at the end, in another case. */
function failure(reply: string, target: BoxedTarget, cut: boolean) {
  if (target.mode === 'compat' && boxedEquals(lastBoxed(reply, 'lenient'), target.answer)) {
    return {
      progress: 1,
      errorClass: 'published-comparison',
      why: `right, but the published comparison reads ${JSON.stringify(cleanBoxed(lastBoxed(reply)).slice(0, 60))}`,
    };
  }
  return chainProgress(reply, target, { cut });
}
