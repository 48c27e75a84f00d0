import type * as ifeval from './ifeval/index.ts';

/** The verifiers of instructions (IFEval, Multi-IF), with their language detector and RE2: loaded when they are asked for. */
export type Ifeval = typeof ifeval;

/** Loads the verifiers (1.6 MB of n-grams), once. */
export function loadIfeval(): Promise<Ifeval> {
  return import('./ifeval/index.ts');
}
