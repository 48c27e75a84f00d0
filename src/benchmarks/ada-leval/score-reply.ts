import type { Sample, Score } from '../../core/index.ts';
import { modeOf } from '../../datasets/index.ts';
import { bestAnswer, orderHit, sortedOrder } from '../../scoring/index.ts';

type Scored = Omit<Score, 'mode'>;

/**
 * `compat` takes the largest label that is a substring, `corrected` the last that is a word. The part `valid` tells answers of the form that was asked for.
 */
export function selectionScore(reply: string, { target, facts }: Pick<Sample, 'target' | 'facts'>): Scored {
  const { candidates, sample } = facts as { readonly candidates: number; readonly sample?: string };
  const mode = modeOf(facts) === 'compat' ? 'official' : 'fixed';
  const { value, valid, copied } = bestAnswer(reply, { count: candidates, mode, ...(sample !== undefined && { sample }) });
  const { parts = [], ...scored } = scoreOf(Number(value === target), { valid, why: `says ${value}, right is ${String(target)}` });
  return { ...scored, parts: [...parts, ...(sample === undefined ? [] : [{ metric: 'copied', value: Number(copied) }])] };
}

/**
 * `compat` compares as far as the answer goes, so that [2] is right where 2 comes first; `corrected` wants all of it. Of built prompts also the parts `positions`, the
 * share of places with the right segment, and `copied`, whether the answer is the example of the prompt.
 */
export function orderScore(reply: string, { target, facts }: Pick<Sample, 'target' | 'facts'>): Scored {
  const right = target as readonly number[];
  const { sample } = (facts ?? {}) as { readonly sample?: string };
  const { value, valid, copied } = sortedOrder(reply, { count: right.length, ...(sample !== undefined && { sample }) });
  const hit = orderHit(value, right, { mode: modeOf(facts) === 'compat' ? 'official' : 'fixed' });
  const { parts = [], ...scored } = scoreOf(hit, { valid, why: `says ${value.slice(0, 8).join(', ')}, right is ${right.join(', ')}` });
  if (sample === undefined) return { ...scored, parts };
  const placed = valid ? right.filter((number, i) => value[i] === number).length / right.length : 0;
  return { ...scored, parts: [...parts, { metric: 'positions', value: placed }, { metric: 'copied', value: Number(copied) }] };
}

function scoreOf(value: number, { valid, why }: { readonly valid: boolean; readonly why: string }): Scored {
  return {
    value,
    metric: 'accuracy',
    parts: [{ metric: 'valid', value: Number(valid) }],
    ...(!valid && { errorClass: 'invalid-form' }),
    why,
  };
}
