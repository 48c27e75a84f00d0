import {
  FathomError,
  type Answer,
  type Ask,
  type Documents,
  type Generation,
  type ModelRequest,
  type Step,
  type StrategyEnv,
} from '../core/index.ts';

/** Turns a step into a request, with `reply` pieces filled from `replies`. The text layer's `renderStep` is one. */
export type RenderStep = (
  step: Step,
  documents: Documents,
  options?: { readonly replies?: readonly string[]; readonly attemptId?: string; readonly cacheKey?: string },
) => ModelRequest;

/** What a strategy that asks step by step is made of. */
export interface StepByStep {
  /** Id of the strategy, for messages. */
  readonly id: string;
  readonly renderStep: RenderStep;
  /** What is sent in place of a step; `replies` answer the steps before it. */
  readonly prepare: (step: Step, replies: readonly string[]) => Step | Promise<Step>;
}

/** Asks the steps one after the other, each as `prepare` makes it; later steps may quote earlier replies. Throws a FathomError (`misuse`) for a retrieval ask. */
export async function answerInOrder(ask: Ask, env: StrategyEnv, { id, renderStep, prepare }: StepByStep): Promise<Answer> {
  if (ask.kind !== 'generate') {
    throw new FathomError('misuse', `The strategy ${id} cannot answer an ask of kind ${ask.kind}.`, {
      fix: 'Use a retrieval strategy for this task.',
    });
  }
  const generations: Generation[] = [];
  const replies: string[] = [];
  for (const step of ask.steps) {
    const request = renderStep(await prepare(step, replies), env.documents, { replies: [...replies], attemptId: env.attemptId });
    const generation = await env.model.generate(request, { signal: env.signal });
    generations.push(generation);
    replies.push(generation.text);
  }
  return { replies, generations };
}
