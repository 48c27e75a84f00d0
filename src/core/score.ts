import type { Cell } from './cell.ts';

/** One value of one answer. `value` is 0–1. */
export interface Score {
  readonly value: number;
  /** Several values of one answer: a depth, a turn, a question each. A part's cell is laid over the sample's. */
  readonly parts?: readonly { readonly metric?: string; readonly cell?: Cell; readonly value: number; readonly n?: number }[];
  /** Counts for metrics over a whole corpus. */
  readonly counts?: { readonly [key: string]: number };
  /** Which rules made it: a mode of the task's `fidelity` table (`corrected`, `compat`, `official`, …). */
  readonly mode: string;
  /** Name of the metric: `keyword`, `boxed-exact`, … */
  readonly metric: string;
  /** A class of failure that the reader should see: `under-thinking`, `no-box`, … */
  readonly errorClass?: string;
  /** One line for people: why it scored so. Holds model output: show as text only. */
  readonly why?: string;
  /** Characters of thinking that were taken out of the replies before they were scored; the recorded replies still hold them. Absent: none. */
  readonly removedThinkingChars?: number;
  /** Present where a judge had a part in it. */
  readonly judge?: ScoreJudge;
}

/** Who judged an answer, by which wording, and what that took. */
export interface ScoreJudge {
  readonly model: string;
  /** `ID/HASH` of each judge prompt that was used. */
  readonly prompts: readonly string[];
  /** Questions that the judge was asked for this answer, and replies that were on record already. */
  readonly asked: number;
  readonly onRecord: number;
  /** Of the questions asked, as the provider counted them; 0 where it did not. */
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A missing score stays missing: `error` and `skipped` are never averaged as 0. */
export type Result =
  | { readonly status: 'ok'; readonly score: Score }
  | { readonly status: 'error' | 'skipped'; readonly reason: string; readonly detail: string };
