import type { Documents } from './corpus.ts';
import type { Json } from './json.ts';
import type { Capability, Generation, Model } from './model.ts';
import type { Ask } from './prompt.ts';

/** What a strategy made of an ask. `replies[i]` answers step i; `generations` are the model calls behind them, in order. */
export interface Answer {
  readonly replies: readonly string[];
  readonly generations: readonly Generation[];
  readonly ranked?: readonly string[];
  readonly used?: readonly { readonly block: string; readonly from?: number; readonly to?: number }[];
  readonly truncatedTokens?: number;
  readonly trace?: Json;
}

/** `model` is metered by the runner: every call becomes part of the ledger. A strategy cannot see the target, by type. */
export interface StrategyEnv {
  readonly model: Model;
  readonly documents: Documents;
  readonly signal: AbortSignal;
  /** Id of this attempt, sent with each request. */
  readonly attemptId: string;
}

/** A way to answer an ask with a model. `direct` sends the prompt as it is. */
export interface Strategy {
  readonly id: string;
  readonly version: number;
  readonly needs: readonly Capability[];
  answer(ask: Ask, env: StrategyEnv): Promise<Answer>;
}
