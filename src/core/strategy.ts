import type { Documents } from './corpus.ts';
import type { Json } from './json.ts';
import type { Capability, Generation, Model } from './model.ts';
import type { Ask } from './prompt.ts';

/** What a strategy made of an ask. `replies[i]` answers step i; `generations` are the model calls behind them, in order. */
export interface Answer {
  readonly replies: readonly string[];
  readonly generations: readonly Generation[];
  readonly ranked?: readonly string[];
  /** Parts of the context that the model was given, where that is not all: a block's id or place, and bytes `[from, to)` of its text. */
  readonly used?: readonly { readonly block: string; readonly from?: number; readonly to?: number }[];
  /** Tokens of the context that the model was not given; may be an estimate. */
  readonly truncatedTokens?: number;
  /** How the answer came about, in the strategy's own words. */
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
