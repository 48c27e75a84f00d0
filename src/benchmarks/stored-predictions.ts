import type { DataOrigin, Judge } from '../core/index.ts';
import type { ScoringMode } from '../scoring/index.ts';

/** Where a benchmark's stored predictions are, and what to do with broken rows. */
export interface StoredPredictions {
  /** Folders of prediction files, as the benchmark's own code writes them. */
  readonly predictions: readonly string[];
  /** Folder of the benchmark's data, for gold answers that the predictions do not carry. */
  readonly data?: string;
  /** An encoder that is measured beside them, or alone. Benchmarks of encoders use it, the others have none. */
  readonly embedder?: TextEmbedder;
  /** Leave broken rows out and report them; by default they are an error. */
  readonly skipBadRows?: boolean;
  /** Default `official`: as published, defects included. */
  readonly mode?: ScoringMode;
  /** Only for a scorer that `takesJudge`. */
  readonly judge?: Judge;
}

/** An encoder, which arrives as a value: asks no text twice. */
export interface TextEmbedder {
  /** Names it in the scores. */
  readonly name: string;
  /** Vectors in the order of the texts; undefined for one that was skipped. */
  embed(texts: AsyncIterable<string>, role: 'query' | 'document'): AsyncIterable<Float32Array | undefined>;
}

/** One number over a task's rows. `value`: as published (often 0–100); null where no row could be scored. */
export interface StoredScore {
  readonly task: string;
  readonly metric: string;
  readonly value: number | null;
  readonly n: number;
}

/** A row that was not scored. `line` from 1. */
export interface BadRow {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/** What scoring stored predictions gives. `judged`: rows that the benchmark leaves to a judge or to people. */
export interface StoredScoring {
  readonly scores: readonly StoredScore[];
  readonly skipped: readonly BadRow[];
  readonly judged: number;
  /** Answers that held thinking, which was taken out before scoring: no part of the published scorers. */
  readonly withThinking: number;
}

/** Scores stored predictions of one benchmark, without any model but a judge. Rejects with a FathomError: `misuse`, `missing`, or `data` for bad rows. */
export interface StoredScorer {
  readonly id: string;
  readonly title: string;
  /** How it can score. */
  readonly modes: readonly ScoringMode[];
  /** It can ask an encoder (`embedder`). */
  readonly embeds?: true;
  /** In place of a folder: a floor that stands beside an encoder. */
  readonly floor?: string;
  /** Where the data comes from that predictions may need. */
  readonly data?: DataOrigin;
  /** A judge can score. Default: none can. */
  readonly takesJudge?: true;
  score(stored: StoredPredictions): Promise<StoredScoring>;
}
