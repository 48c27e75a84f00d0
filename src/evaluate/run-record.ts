import type { JsonObject, RunRecord } from '../core/index.ts';
import type { HaystackPath } from './open-haystacks.ts';
import type { PreparedRun } from './prepare-run.ts';

/** What a record takes from the user's side. */
export interface RecordOptions {
  readonly prepared: PreparedRun;
  readonly tasks: readonly string[];
  readonly model: string;
  readonly strategy: string;
  /** How to reach the model again, without secrets. */
  readonly modelSettings?: JsonObject;
  /** As the user named it: a path for a tokenizer.json. */
  readonly tokenizer?: string;
  readonly haystacks?: readonly HaystackPath[];
  /** What the run should cost, and what it may: order, budget, prices. */
  readonly cost?: JsonObject;
  /** Ties runs that one command made on the same samples. */
  readonly group?: string;
  /** Which samples of the plan were taken; absent: all. */
  readonly selection?: JsonObject;
  /** The command line that made the run, without secrets. */
  readonly command?: string;
  readonly version: string;
  readonly now: Date;
}

/** The record of a new run: all that makes the same samples again. */
export function runRecord(options: RecordOptions): RunRecord {
  const { prepared, now } = options;
  return {
    id: newRunId(now),
    createdAt: now.toISOString(),
    status: 'running',
    version: options.version,
    model: options.model,
    strategy: options.strategy,
    tasks: options.tasks,
    seed: prepared.seed,
    tokenizer: prepared.tokenizer.id,
    options: {
      tasks: prepared.taskOptions,
      model: options.modelSettings ?? {},
      ...(options.tokenizer !== undefined && { tokenizer: options.tokenizer }),
      ...(options.group !== undefined && { group: options.group }),
      ...options.selection,
      ...(options.command !== undefined && { command: options.command }),
      ...options.cost,
      ...(options.haystacks && { haystacks: options.haystacks.map((haystack) => ({ ...haystack })) }),
    },
    corpora: prepared.corpora(),
  };
}

/** A new id: `20260131-142530-k3f9`, sortable by time; the tail parts runs of the same second. */
export function newRunId(now: Date): string {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${stamp}-${crypto.randomUUID().replaceAll('-', '').slice(0, 4)}`;
}
