import type { Strategy } from '../core/index.ts';
import { answerInOrder, type RenderStep } from './answer-in-order.ts';
import { withoutContext } from './without-context.ts';

/** The baseline `closed-book`: the same ask with all context and evidence left out. What it scores, the model knew already or guessed. */
export function createClosedBook({ renderStep }: { readonly renderStep: RenderStep }): Strategy {
  const id = 'closed-book';
  return {
    id,
    version: 1,
    needs: ['generate'],
    answer: (ask, env) => answerInOrder(ask, env, { id, renderStep, prepare: withoutContext }),
  };
}
