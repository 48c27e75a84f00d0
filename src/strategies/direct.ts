import {
  FathomError,
  type Answer,
  type Ask,
  type Documents,
  type ModelRequest,
  type Step,
  type Strategy,
  type StrategyEnv,
} from '../core/index.ts';

/** Turns a step into a request, with `reply` pieces filled from `replies`. The text layer's `renderStep` is one. */
export type RenderStep = (
  step: Step,
  documents: Documents,
  options?: { readonly replies?: readonly string[]; readonly attemptId?: string; readonly cacheKey?: string },
) => ModelRequest;

/** The strategy `direct`: sends every step as it is, one after the other; later steps may quote earlier replies. */
export function createDirect({ renderStep }: { readonly renderStep: RenderStep }): Strategy {
  return { id: 'direct', version: 1, needs: ['generate'], answer: (ask, env) => answerInOrder(renderStep, ask, env) };
}

async function answerInOrder(renderStep: RenderStep, ask: Ask, env: StrategyEnv): Promise<Answer> {
  if (ask.kind !== 'generate') {
    throw new FathomError('misuse', `The strategy direct cannot answer an ask of kind ${ask.kind}.`, {
      fix: 'Use a retrieval strategy for this task.',
    });
  }
  const generations = [];
  const replies: string[] = [];
  for (const step of ask.steps) {
    const request = renderStep(step, env.documents, { replies: [...replies], attemptId: env.attemptId });
    const generation = await env.model.generate(request, { signal: env.signal });
    generations.push(generation);
    replies.push(generation.text);
  }
  return { replies, generations };
}
