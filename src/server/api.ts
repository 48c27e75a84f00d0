/**
 * What the dashboard's server says: plain JSON. The browser imports these types, and nothing else, from the server.
 */
import type { CallRecord, Cell, Json, JsonObject, RunCounts, RunStatus, SamplePlace, ScoreJudge } from '../core/index.ts';
import type { Breakdown, DifferenceMap, FacetMap, RunComparison, RunSummary, TaskLength, TaskScore } from '../report/index.ts';
import type { RunSearch } from './search-api.ts';

export type * from './plan-api.ts';
export type * from './search-api.ts';

/** A line of the list of runs. Its score comes separately: it has to be worked out. */
export interface RunLine {
  readonly id: string;
  readonly status: RunStatus;
  /** `here`: this dashboard works on it · `elsewhere`: another process does · null: nobody. */
  readonly worker: 'here' | 'elsewhere' | null;
  readonly createdAt: string;
  readonly model: string;
  readonly strategy: string;
  readonly tasks: readonly string[];
  readonly version: string;
  readonly counts: RunCounts;
  /** Changes with every change of the run. */
  readonly revision: string;
  /** Ids of runs that asked the same samples of other models. */
  readonly group: string | null;
}

/** The part of a summary that the list shows. */
export interface RunFigures {
  readonly id: string;
  readonly revision: string;
  readonly overall: RunSummary['overall'];
  readonly usage: RunSummary['usage'];
  /** First to last recorded answer, milliseconds; null before the second one. */
  readonly durationMs: number | null;
}

/** A run as its page shows it: the summary without its cells, which come as maps. */
export interface RunPage extends Omit<RunSummary, 'scores' | 'skippedCells' | 'worst'> {
  readonly revision: string;
  readonly counts: RunCounts;
  readonly worker: RunLine['worker'];
  readonly worst: RunSummary['worst'];
  readonly durationMs: number | null;
  /** The run came out of a file: its command is a stranger's word. */
  readonly imported: boolean;
  readonly effectiveLengths: readonly TaskLength[];
  /** Axes that a map may have, in table order. */
  readonly axes: readonly string[];
  /** Axes of the maps below: those that were asked for, else those that the run is spread over. */
  readonly mapAxes: { readonly x: string; readonly y: string };
  readonly maps: readonly FacetMap[];
  /** Scores by axes that are no numbers. */
  readonly breakdowns: readonly Breakdown[];
}

/** What `GET /api/runs/:id` says. */
export interface WholeRunPage extends RunPage {
  /** One score per task, metric, mode and language, over all cells. */
  readonly taskScores: readonly TaskScore[];
  /** What the search has found that the run was made for (`fathom limit`); null for any other run. */
  readonly search: RunSearch | null;
}

/** A line of the list of samples. */
export interface SampleLine {
  readonly id: string;
  readonly task: string;
  readonly cell: Cell;
  readonly status: 'ok' | 'error' | 'skipped' | 'pending';
  readonly score: number | null;
  /** Why there is no score, or the class of the failure. */
  readonly note: string | null;
  readonly promptTokens: number | null;
  readonly answer: string;
}

/** Some samples of all that match. */
export interface SampleLines {
  readonly total: number;
  readonly offset: number;
  readonly lines: readonly SampleLine[];
}

/** A part of a message on the strip. */
export interface StripBlock {
  readonly role: string;
  readonly id?: string;
  readonly fromByte: number;
  readonly toByte: number;
}

/** A message as a strip of blocks. */
export interface StripMessage {
  readonly step: number;
  readonly from: string;
  readonly bytes: number;
  readonly blocks: readonly StripBlock[];
}

/** A needle at its place. */
export interface ShownNeedle {
  readonly id: string;
  readonly message: number;
  readonly fromByte: number;
  readonly toByte: number;
  readonly askedDepthPercent: number | null;
  readonly depthPercent: number | null;
}

/** A prompt, without its text. */
export interface PromptStrip {
  readonly messages: readonly StripMessage[];
  readonly needles: readonly ShownNeedle[];
}

/** What was answered to a sample, and what came of it. */
export interface ShownOutcome {
  readonly status: 'ok' | 'error' | 'skipped' | 'pending';
  readonly reason: string | null;
  readonly detail: string | null;
  readonly score: {
    readonly value: number;
    readonly metric: string;
    readonly mode: string;
    readonly why: string | null;
    readonly errorClass: string | null;
    /** Characters of thinking that were taken out before scoring. */
    readonly removedThinkingChars: number;
    readonly judge: ScoreJudge | null;
  } | null;
  readonly parts: readonly { readonly metric: string | null; readonly cell: Cell; readonly value: number }[];
  readonly calls: readonly CallRecord[];
  readonly attempts: number;
  readonly cached: boolean;
  readonly recordedAt: string | null;
  readonly truncatedTokens: number | null;
  /** Ids of the needles that the strategy gave to the model; null where it gave all of the prompt. */
  readonly given: readonly string[] | null;
}

/** Where a sample stands among those that a filter leaves, in the order of the list. `position`: from 0; null where the filter leaves it out. */
export interface PlaceAmong extends Omit<SamplePlace, 'position'> {
  readonly position: number | null;
}

/** A sample as its page shows it. */
export interface SamplePage {
  readonly run: string;
  readonly model: string;
  readonly id: string;
  readonly task: string;
  /** In the plan of the run. */
  readonly place: SamplePlace;
  readonly cell: Cell;
  readonly promptTokens: number | null;
  /** What was cut from its document; null where nothing may be cut. */
  readonly documentCut: { readonly droppedTokens: number; readonly keptTokens: number; readonly isGone: boolean } | null;
  readonly tokenizer: string | null;
  readonly question: string;
  readonly target: string;
  readonly strip: PromptStrip;
  readonly outcome: ShownOutcome;
  readonly facts: Json;
  /** The same sample under the run's baselines. */
  readonly beside: readonly { readonly name: string; readonly strategy: string; readonly outcome: ShownOutcome }[];
}

/** A prompt made to look at. It is in no run. */
export type TriedPrompt = Pick<SamplePage, 'id' | 'task' | 'cell' | 'question' | 'target' | 'strip' | 'facts'> & {
  readonly promptTokens: number;
};

/** A part of a prompt as text. */
export interface PromptText {
  readonly message: number;
  readonly fromByte: number;
  readonly toByte: number;
  readonly text: string;
}

/** Two runs, and where they differ. */
export interface ComparePage extends Omit<RunComparison, 'cells'> {
  /** Axes that a map may have, in table order. */
  readonly axes: readonly string[];
  /** Mean paired differences by task and language, laid out like heat maps. */
  readonly maps: readonly DifferenceMap[];
}

/** A benchmark family. */
export interface BenchmarkCard {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly paper: string;
  /** Named settings with the options that they stand for (`lengths`, `depths`, …). */
  readonly suites: readonly { readonly name: string; readonly options: JsonObject }[];
  readonly tasks: readonly BenchmarkTask[];
}

/** A task of a family. */
export interface BenchmarkTask {
  readonly id: string;
  readonly title: string;
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  readonly fidelity: { readonly [mode: string]: string };
  /** It asks about data files that the user brings, and is started on the command line: no path comes from a browser. */
  readonly needsData: boolean;
  /** What its samples are told apart by: `askedTokens`, `depthPercent`, `needles`, … A task without a haystack has no length and no depth. */
  readonly axes: readonly string[];
  /** Its options, with what they are when nothing is asked for. */
  readonly defaults: JsonObject;
}

/** A change that the browser hears of at once; `ready`: all that was there at the start has been told. */
export type LiveEvent =
  { readonly type: 'ready' } | { readonly type: 'run'; readonly line: RunLine } | { readonly type: 'gone'; readonly id: string };

/** An error as the server says it. */
export interface ApiError {
  readonly error: string;
  readonly fix?: string;
  /** The field of the form that it is about: `tasks`, or the name of a flag. */
  readonly field?: string;
}

/** What the page must know at its start. */
export interface Session {
  readonly version: string;
  /** False where the ledger cannot be written: nothing can be started or deleted. */
  readonly writable: boolean;
  readonly models: readonly string[];
}
