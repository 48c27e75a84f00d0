import {
  isRetryable,
  type LedgerRow,
  type Outcome,
  type RunRecord,
  type RunStatus,
  type Sample,
  type SkippedSample,
} from '../core/index.ts';
import { unknownSample } from './ledger-refusals.ts';
import { skippedOutcome } from './skipped-outcome.ts';

/** An outcome as JSON, with the part of it by which a sample counts as answered. */
interface KeptOutcome {
  readonly json: string;
  readonly result: Outcome['result'];
}

/** A run as the memory ledger keeps it. Values are JSON, so that what is read back is exactly what a file would give. */
export interface MemoryRun {
  readonly record: RunRecord;
  status: RunStatus;
  sessions: number;
  /** When the run was deleted, if it was. */
  trashedAt?: string;
  /** Sample JSON by id, in plan order. */
  readonly samples: Map<string, string>;
  readonly outcomes: Map<string, KeptOutcome>;
  /** Ids of samples whose failure is to be asked again. */
  readonly reopened: Set<string>;
  /** Batch JSON by label. */
  readonly batches: Map<string, string>;
}

function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** The record of a run in its present status. */
export function withStatus(entry: MemoryRun): RunRecord {
  return { ...clone(entry.record), status: entry.status };
}

/** A sample with its outcome, unless that was reopened. */
export function readRow(entry: MemoryRun, sampleId: string): LedgerRow | undefined {
  const json = entry.samples.get(sampleId);
  if (json === undefined) return undefined;
  const sample = JSON.parse(json) as Sample | SkippedSample;
  const outcome = entry.reopened.has(sampleId) ? undefined : entry.outcomes.get(sampleId);
  return outcome === undefined ? { sample } : { sample, outcome: JSON.parse(outcome.json) as Outcome };
}

/** A run without samples. */
export function newMemoryRun(run: RunRecord): MemoryRun {
  return {
    record: clone(run),
    status: run.status,
    sessions: 0,
    samples: new Map(),
    outcomes: new Map(),
    batches: new Map(),
    reopened: new Set(),
  };
}

/** Adds a sample. Throws a plain Error for a second one of its id, and a FathomError (`storage`) for the outcome of another. */
export function addRow({ record, samples, outcomes }: MemoryRun, { sample, outcome = skippedOutcome(record, sample) }: LedgerRow): void {
  if (samples.has(sample.id)) throw new Error(`two samples of run ${record.id} have the id ${sample.id}`);
  if (outcome && outcome.sampleId !== sample.id) throw unknownSample(record.id, outcome);
  samples.set(sample.id, JSON.stringify(sample));
  if (outcome) outcomes.set(sample.id, keptOutcome(outcome));
}

/** Whether there is an outcome, and none that may pass or was reopened. */
export function isFinal({ outcomes, reopened }: MemoryRun, sampleId: string): boolean {
  const kept = outcomes.get(sampleId);
  return kept !== undefined && !reopened.has(sampleId) && !isRetryable(kept.result);
}

/** An outcome as it is kept. */
export function keptOutcome(outcome: Outcome): KeptOutcome {
  return { json: JSON.stringify(outcome), result: clone(outcome.result) };
}
