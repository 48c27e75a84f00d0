import type { Cell } from './cell.ts';
import type { Json } from './json.ts';
import type { Ask } from './prompt.ts';

/** Where a needle stands. `id` is the id of its `evidence` block; depths are percent (0–100) of the haystack's tokens that come before it. */
export interface Placement {
  readonly id: string;
  readonly askedDepthPercent: number;
  /** Realised depth, rounded to 1/1000 percent. */
  readonly depthPercent: number;
}

/**
 * One question with its prompt recipe. Immutable JSON; a few hundred bytes even for a million tokens.
 * `group`: samples scored jointly; `cluster`: samples that share a haystack or document (for clustered intervals).
 */
export interface Sample {
  /** Unique within a run and the same in every run with the same options: `needlebench/single-retrieval/en/4000/40/0`. */
  readonly id: string;
  readonly task: string;
  readonly taskVersion: number;
  readonly ask: Ask;
  readonly target: Json;
  readonly cell: Cell;
  /** Tokens of all messages in the tokenizer that `ask.fit` names, without special tokens. */
  readonly promptTokens: number;
  /** Of several steps, tokens of the fullest one: what must fit the window. Absent: `promptTokens`. */
  readonly longestStepTokens?: number;
  readonly placements?: readonly Placement[];
  readonly group?: string;
  readonly cluster?: string;
  /** Facts for the scorer and the reader that are no part of the ask: the chain behind an ATC question, the seed that was drawn, … */
  readonly facts?: Json;
}

/** A cell that could not be built. It stays in the tables as skipped, with its reason, never as 0. */
export interface SkippedSample {
  readonly id: string;
  readonly task: string;
  readonly cell: Cell;
  readonly skipped: { readonly reason: string; readonly detail: string };
}
