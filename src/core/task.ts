import type { Cell } from './cell.ts';
import type { Corpus, CorpusSource, Documents, TokenIndex } from './corpus.ts';
import type { DataOrigin } from './data-origin.ts';
import type { Json, JsonObject } from './json.ts';
import type { Judge } from './judge.ts';
import type { Capability } from './model.ts';
import type { Sample, SkippedSample } from './sample.ts';
import type { Result } from './score.ts';
import type { Answer } from './strategy.ts';
import type { Tokenizer } from './tokenizer.ts';

/**
 * `exact`: same prompts and scores as the published code, given its data · `faithful`: same construction and scoring, own wording and data ·
 * `corrected`: a published defect repaired, named · `own`: our addition. `unproven here`: not yet compared with official data.
 */
export type Fidelity = 'exact' | 'exact, unproven here' | 'faithful' | 'corrected' | 'own';

/** What the run gives to a task that builds samples. */
export interface TaskDeps {
  readonly tokenizer: Tokenizer;
  /** The haystack of a language, loaded and tokenised once per run. Rejects with a FathomError when there is none. */
  haystack(language: string): Promise<TokenIndex>;
  /** True where the haystacks are files of the user's; absent: they are the built-in prose. */
  readonly hasOwnHaystacks?: true;
  /** Makes a text of the task's own data known to the run, which records it beside its haystacks; tokenised once. */
  index(corpus: Corpus): Promise<TokenIndex>;
  readonly seed: number;
  /** Tokens that prompt and answer may fill together: the model's window without chat template and thinking. Absent: unknown. */
  readonly windowTokens?: number;
}

/** A recorded answer with its score, as aggregation sees it. */
export interface ScoredRow {
  readonly task: string;
  readonly cell: Cell;
  readonly group?: string;
  readonly cluster?: string;
  readonly result: Result;
}

/**
 * A number over many samples. `value` 0–1 (or as `unit` says); `missing` counts samples without a score. `failed`: those of them that ended in an
 * error; families leave it out, the run's summary counts it.
 */
export interface Aggregate {
  readonly metric: string;
  readonly label: string;
  readonly cell: Cell;
  readonly value: number | null;
  readonly n: number;
  readonly missing: number;
  readonly failed?: number;
  readonly unit?: 'score' | 'needles' | 'tokens' | 'count';
}

/** How a task likes to be drawn. */
export interface View {
  readonly kind: 'heatmap' | 'profile' | 'radar' | 'table';
  readonly x: string;
  readonly y?: string;
  readonly metric?: string;
}

/** One kind of test: makes samples, scores answers. Wording, data and scoring are versioned by `version`. */
export interface Task {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly paper?: string;
  readonly tags: readonly string[];
  readonly languages: readonly string[];
  readonly defaults: JsonObject;
  readonly needs?: readonly Capability[];
  readonly fidelity: { readonly [mode: string]: Fidelity };
  readonly views?: readonly View[];
  /** Texts of the task itself that its prompts may quote: the run records them beside its haystacks. */
  readonly corpora?: readonly Corpus[];
  /** Its samples are made from data files that the user brings (option `dataDir`), and from nothing else. */
  readonly needsData?: true;
  /** Checks options early: throws a FathomError (`misuse`) that says what was found and what is allowed. */
  samples(options: JsonObject, deps: TaskDeps): AsyncIterable<Sample | SkippedSample>;
  /** How many questions a judge is asked about the answer to a sample, where one is named. Absent: none. */
  judgeQuestions?(sample: Sample): number;
  /** Never throws for anything a model says. */
  score(answer: Answer, sample: Sample, deps: ScoreDeps): Result | Promise<Result>;
}

export interface ScoreDeps {
  readonly documents?: Documents;
  /** Present where a judge was named. A task that needs one and has none throws: the answer stays, and is scored when it is judged. */
  readonly judge?: Judge;
}

/** A benchmark: its tasks, and the numbers its paper reports over them. */
export interface Family {
  readonly id: string;
  readonly title: string;
  readonly paper: string;
  readonly summary: string;
  readonly tasks: readonly Task[];
  /** Where the files come from that its tasks need. */
  readonly data?: DataOrigin;
  /** Named settings, as data: `4k`, `128k`, … */
  readonly suites: { readonly [name: string]: JsonObject };
  /** The published aggregation over all rows of a run, headline (`overall`) first. */
  aggregate(rows: readonly ScoredRow[], options: Json): readonly Aggregate[];
  /** Reads a text again that a task gave to `deps.index`, from its recorded origin `{kind: 'data', family, …}`. The caller compares digests. */
  reopen?(source: CorpusSource): Promise<Corpus>;
  /** The headline alone, the first of `aggregate`: intervals ask for it many times. Default: `aggregate`, which then sums up everything each time. */
  headline?(rows: readonly ScoredRow[], options: Json): Aggregate | undefined;
}
