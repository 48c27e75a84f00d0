import { JudgeError, type Judge } from '../../core/index.ts';
import type { Verdict } from './ask-judge.ts';

/** A verdict that a score cannot do without. Throws JudgeError where the judge could not be asked, and Error where its reply holds no verdict. */
export function demandVerdict<V>(verdict: Verdict<V>, { model }: Pick<Judge, 'model'>): V {
  const known = verdictIfAny(verdict, { model });
  if (known !== undefined) return known;
  throw new Error(`${model}: ${'detail' in verdict ? verdict.detail : 'no verdict'}`);
}

/** A verdict beside a score: undefined where the judge's reply holds none. Throws JudgeError where it could not be asked: it may be later. */
export function verdictIfAny<V>(verdict: Verdict<V>, { model }: Pick<Judge, 'model'>): V | undefined {
  if ('verdict' in verdict) return verdict.verdict;
  if (verdict.problem === 'judge-failed') throw new JudgeError(`${model}: ${verdict.detail}`);
  return undefined;
}
