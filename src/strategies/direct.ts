import type { Strategy } from '../core/index.ts';
import { answerInOrder, type RenderStep } from './answer-in-order.ts';

/** The strategy `direct`: sends every step as it is, one after the other; later steps may quote earlier replies. */
export function createDirect({ renderStep }: { readonly renderStep: RenderStep }): Strategy {
  const id = 'direct';
  return {
    id,
    version: 1,
    needs: ['generate'],
    answer: (ask, env) => answerInOrder(ask, env, { id, renderStep, prepare: (step) => step }),
  };
}
