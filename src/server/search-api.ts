/** What is said of a search for an effective context length (`fathom limit`), as `fathom limit --run RUN --json` says it. */

/** Prompts, and their tokens as Fathom counts them. */
export interface AskedPrompts {
  readonly prompts: number;
  readonly tokens: number;
}

/** One length of a search. */
export interface SearchedLength extends AskedPrompts {
  readonly lengthTokens: number;
  /** `refused`: the model takes no prompt of this length · `not-needed`: decided without it · `not-askable`: no prompt could be made. */
  readonly verdict: 'passes' | 'fails' | 'refused' | 'inconclusive' | 'undecided' | 'not-needed' | 'not-askable';
  /** The mean decided after the last sample allowed, without an error bound. */
  readonly capped: boolean;
  /** Scores that the verdict rests on, and their mean, 0–1. */
  readonly n: number;
  readonly mean: number | null;
  /** Asked samples in between that have no score. */
  readonly missing: number;
  /** Why no prompt could be made. */
  readonly detail?: string | undefined;
}

/** A search, as far as it has come. */
export interface RunSearch {
  readonly task: string;
  /** `incomplete`: not decided yet · `inconclusive`: too many samples of a length have no score. */
  readonly status: 'found' | 'inconclusive' | 'incomplete';
  /** The effective context length; null: even the shortest length fails, or nothing is known yet. */
  readonly passesTokens: number | null;
  /** The shortest tested length that does not pass. */
  readonly failsTokens: number | null;
  /** Tested lengths beyond the failing one that pass all the same. */
  readonly passingBeyond: readonly number[];
  /** What the sequential test tells apart: threshold ± delta, with error chances alpha and beta per length, all 0–1. */
  readonly search: { readonly threshold: number; readonly delta: number; readonly alpha: number; readonly beta: number };
  /** Bound on the chance of any wrong verdict on the way, 0–1. */
  readonly answerErrorAtMost: number;
  /** By length, the shortest first. */
  readonly lengths: readonly SearchedLength[];
  readonly spent: AskedPrompts;
  /** What a fixed grid at each of these lengths takes, and the share of its tokens that the search saved. */
  readonly grid: AskedPrompts;
  readonly savedShare: number;
}
