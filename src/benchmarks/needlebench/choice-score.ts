import type { Answer, Result } from '../../core/index.ts';
import { optionLetter } from '../../scoring/index.ts';
import type { Mode } from './options.ts';
import { replyOf } from './reply.ts';

/** `order[i]` is the option behind letter i, counted before the rotation; `gold` is counted so too. */
export interface ChoiceTarget {
  readonly kind: 'choice';
  readonly order: readonly number[];
  readonly gold: number;
  readonly letters: string;
  readonly mode: Mode;
}

/** 1 for the gold's letter. `counts.picked` is the option that was meant (before the rotation), for the vote; absent when there was none. */
export function scoreChoice(answer: Answer, { order, gold, letters, mode }: ChoiceTarget): Result {
  const letter = optionLetter(replyOf(answer), letters, mode === 'compat' ? 'first' : 'cued');
  const picked = letter === null ? undefined : order[letters.indexOf(letter)];
  const base = { value: Number(picked === gold), mode, metric: 'choice' };
  if (picked === undefined) return { status: 'ok', score: { ...base, errorClass: 'no-choice', why: 'no option letter' } };
  return { status: 'ok', score: { ...base, counts: { picked }, why: `chose ${letter}` } };
}
