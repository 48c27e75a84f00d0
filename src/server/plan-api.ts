/** What is said of a run before it is one: the form of the browser, and its plan. */

/** A run to start, as the form of the browser says it: flags by their names, none of which names a file. */
export interface StartForm {
  readonly tasks: readonly string[];
  readonly flags: { readonly [name: string]: string | number | boolean | readonly string[] };
  /** The user has seen what it may cost, and agrees. */
  readonly confirmed?: boolean;
}

/** What the page shows of `fathom plan --json`. */
export interface RunPlan {
  readonly model: string;
  readonly tokenizer: string;
  readonly prompts: number;
  readonly skipped: number;
  /** What is cut from documents; absent where no prompt may be cut. */
  readonly documents?: {
    readonly prompts: number;
    readonly cut: number;
    readonly gone: number;
    readonly droppedTokens: number;
    readonly droppedShare: number;
  };
  readonly skippedByReason: { readonly [reason: string]: number };
  readonly promptTokens: number;
  readonly maxPromptTokens: number;
  readonly maxAnswerTokens: number;
  readonly columns: readonly PlannedLength[];
  readonly money?: { readonly lowUsd: number; readonly highUsd: number };
  readonly priceSource?: string;
  readonly order: string;
  readonly cacheTokens: number;
  /** Share of the prompt tokens that no order can exceed, 0–1. */
  readonly cacheBound: number;
  readonly orders: readonly { readonly order: string; readonly cachedShare: number; readonly wallMs: number; readonly usd?: number }[];
  readonly baselines?: readonly PlannedBaseline[];
  /** What each model may cost at most, baselines included. */
  readonly costs: readonly { readonly model: string; readonly promptTokens: number; readonly highUsd?: number }[];
  /** `run` asks before it begins, unless a budget is set. */
  readonly dear: boolean;
}

/** One length of a plan; without a length: the prompts are as long as they are. */
export interface PlannedLength {
  readonly askedTokens?: number;
  readonly prompts: number;
  readonly promptTokens: number;
}

/** A baseline of a plan. `free`: read on this machine. */
export interface PlannedBaseline {
  readonly name: string;
  readonly free: boolean;
  readonly prompts: number;
  readonly promptTokens: number;
  readonly maxAnswerTokens: number;
  readonly skippedByReason: { readonly [reason: string]: number };
  readonly money?: { readonly lowUsd: number; readonly highUsd: number };
}
