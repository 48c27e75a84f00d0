import type { Documents, Json, Ledger, RunRecord, Sample } from '../core/index.ts';
import type { RunSummary } from '../report/index.ts';
import type { BenchmarkCard, PromptText, RunSearch, StartForm, StripMessage } from './api.ts';

/** A file of the web app. */
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** The name holds a digest of the content: it may be kept for ever. */
  readonly immutable: boolean;
}

/** Starts and stops work on runs. Absent where the ledger cannot be written. */
export interface RunWorkers {
  /** What the run would ask and cost, as `fathom plan --json` says it. `signal`: nobody waits for it any more. Rejects with a FathomError. */
  plan(form: StartForm, signal: AbortSignal): Promise<Json>;
  /** Begins a run; gives the ids that it got. Rejects with a FathomError when it ends before it has any, and for a dear run that nobody confirmed. */
  start(form: StartForm): Promise<readonly string[]>;
  /** Goes on with a run. */
  resume(id: string): Promise<void>;
  /** Finishes what is in flight. A second time: stops at once. */
  pause(id: string): Promise<void>;
  /** Who works on a run. */
  workerOf(id: string): 'here' | 'elsewhere' | null;
  /** Why the last work on a run ended, where it failed. */
  failureOf(id: string): string | null;
}

/** Part of a prompt, by its message. */
export interface PromptPart {
  readonly message: number;
  readonly fromByte: number;
  readonly toByte: number;
}

/** All that the server needs of the rest of the program: values, so that it knows no model, no runner and no file. */
export interface DashboardServices {
  readonly version: string;
  readonly ledger: Ledger;
  readonly writable: boolean;
  /** The web app by path: `/index.html`, `/assets/…`. Nothing else is ever served as a file. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Model names to offer. */
  readonly models: readonly string[];
  /** Changes with every change of any of these runs. */
  revisionOf(runIds: readonly string[]): Promise<string>;
  /** Sums a run up. `revision` changes with every change of the run and its baselines: what was made of it before may be given again. */
  summarize(run: RunRecord, revision: string): Promise<RunSummary>;
  /** What a search for an effective length has found so far; null for a run that was made for none. */
  searchOf(run: RunRecord): Promise<RunSearch | null>;
  /** Baselines of a run by name. */
  companions(runId: string): Promise<readonly { readonly name: string; readonly record: RunRecord }[]>;
  /** The run that a baseline stands beside; null for a run of its own. */
  mainRunOf(runId: string): string | null;
  documents(run: RunRecord): Promise<Documents>;
  layout(sample: Sample): readonly StripMessage[];
  text(sample: Sample, documents: Documents, part: PromptPart): PromptText;
  benchmarks(): Promise<readonly BenchmarkCard[]>;
  /** Makes one prompt to look at: the first cell that fits. `signal`: nobody waits for it any more. Rejects with a FathomError. */
  tryPrompt(request: TryRequest, signal: AbortSignal): Promise<{ readonly sample: Sample; readonly documents: Documents }>;
  /** A report of a run in a format, with its media type. Rejects with a FathomError for a format that is not there. */
  report(run: RunRecord, format: string, summary: RunSummary): Promise<ReportFile>;
  /** Takes a run and its baselines off the list; nothing is lost until it is purged. */
  trash(runId: string): Promise<void>;
  /** Puts them back. Rejects with a FathomError for a run that was not deleted. */
  restore(runId: string): Promise<void>;
  readonly workers?: RunWorkers;
}

/** A report to download, in parts. */
export interface ReportFile {
  readonly chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
  readonly type: string;
  readonly ending: string;
}

/** A prompt to try. What is left out, or what the task does not have, is as the task has it. */
export interface TryRequest {
  readonly task: string;
  readonly language: string;
  readonly seed: number;
  readonly lengthTokens?: number | undefined;
  readonly depthPercent?: number | undefined;
  readonly needles?: number | undefined;
  readonly question?: string | undefined;
}
