import type { Strategy } from '../core/index.ts';
import { answerInOrder, type RenderStep } from './answer-in-order.ts';
import { evidenceOnly } from './evidence-only.ts';

/** The baseline `oracle`: of the context only the evidence is given. An upper bound: what the model can do when it need not search. */
export function createOracle({ renderStep }: { readonly renderStep: RenderStep }): Strategy {
  const id = 'oracle';
  return {
    id,
    version: 1,
    needs: ['generate'],
    answer: (ask, env) => answerInOrder(ask, env, { id, renderStep, prepare: evidenceOnly }),
  };
}
