import {
  FathomError,
  JUDGE_ERROR,
  SCORER_ERROR,
  type Documents,
  type Judge,
  type Ledger,
  type LedgerRow,
  type Outcome,
  type Result,
  type RunEntry,
  type RunRecord,
  type Task,
} from '../core/index.ts';
import type { DerivedRun } from './derived-run.ts';
import type { LedgerJudge } from './ledger-judge.ts';
import { scoreAnswer } from './score-answer.ts';

/** Runs whose answers are to be scored again, and under which ids. */
export interface RescoreOptions {
  readonly ledger: Ledger;
  readonly runs: readonly { readonly run: RunRecord; readonly as: DerivedRun }[];
  /** The current code of the runs' tasks. */
  readonly tasks: readonly Task[];
  /** Texts that scorers may look into. When they cannot be had, `bytes` throws, and so does rescoring if a scorer asks for them. */
  readonly documents: Documents;
  /** Version of Fathom that scores. */
  readonly version: string;
  /** Scores the answers that are left to a judge; the new runs carry its name as the option `judge`. */
  readonly judge?: Judge & Partial<Pick<LedgerJudge, 'failure' | 'again'>>;
  /** Only counts what would change. Default false. */
  readonly dryRun?: boolean;
}

/** What scoring again did to the samples of a task in a run. Means are over the samples with a score, before and after. */
export interface TaskRescore {
  readonly run: string;
  readonly task: string;
  /** Answers that were scored again. */
  readonly scored: number;
  /** Of these, answers whose value differs or that got or lost a score. */
  readonly changed: number;
  readonly oldMean: number | null;
  readonly newMean: number | null;
}

/**
 * Scores the recorded answers of runs with the current code and adds the outcome as new runs, answers and all; nothing is asked, and the old
 * runs stay. Failures without an answer, skipped and pending samples are taken over. Rejects with a FathomError: a task is unknown
 * (`missing`), a scorer needs a text that is gone, the ledger fails.
 */
export async function rescoreRuns(options: RescoreOptions): Promise<readonly TaskRescore[]> {
  if (options.judge?.failure) await judgeAnswers(options, options.judge);
  const tally = new Tally();
  const entries = rescoredEntries(options, tally);
  if (options.dryRun) for await (const entry of entries) void entry;
  else await options.ledger.importRuns(entries);
  return tally.summary();
}

async function* rescoredEntries(
  { ledger, runs, tasks, documents, judge, version }: RescoreOptions,
  tally: Tally,
): AsyncGenerator<RunEntry> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const watched = watch(documents);
  for (const { run, as } of runs) {
    const taskVersions = Object.fromEntries(run.tasks.map((id) => [id, taskOf(byId, id).version]));
    const status = run.status === 'running' ? 'incomplete' : run.status;
    const named = judge ? { options: { ...run.options, judge: judge.model } } : {};
    yield { run: { ...run, ...as, ...named, status, rescoredFrom: { run: run.id, version, taskVersions } } };
    for await (const row of ledger.rows(run.id)) {
      const outcome = await rescored(row, byId, { documents: watched.documents, ...(judge && { judge: judge.again ?? judge }) });
      watched.check();
      if (row.outcome && outcome) tally.add(as.id, row, { before: row.outcome.result, after: outcome.result });
      yield outcome ? { ...row, outcome } : row;
    }
  }
}

function taskOf(tasks: ReadonlyMap<string, Task>, id: string): Task {
  const task = tasks.get(id);
  if (task) return task;
  throw new FathomError('missing', `The run has samples of the task ${id}, which is not known.`, { fix: 'Load the task.' });
}

/** Answers that are judged at once. */
const JUDGED_AT_ONCE = 8;

/**
 * Asks the judge about all answers first, several at once, so that what follows finds every reply on record: a ledger that is being written takes no replies,
 * and a rescoring that breaks off here loses none.
 */
async function judgeAnswers(
  { ledger, runs, tasks, documents }: RescoreOptions,
  judge: NonNullable<RescoreOptions['judge']>,
): Promise<void> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const watched = watch(documents);
  const inFlight = new Set<Promise<unknown>>();
  const check = () => {
    watched.check();
    const failure = judge.failure?.();
    if (failure) throw failure;
  };
  for (const { run } of runs) {
    for (const id of run.tasks) taskOf(byId, id);
    for await (const row of ledger.rows(run.id)) {
      const work: Promise<unknown> = rescored(row, byId, { documents: watched.documents, judge }).finally(() => inFlight.delete(work));
      inFlight.add(work);
      if (inFlight.size >= JUDGED_AT_ONCE) await Promise.race(inFlight);
      check();
    }
  }
  await Promise.all(inFlight);
  check();
}

interface Scoring {
  readonly documents: Documents;
  readonly judge?: Judge;
}

/** The outcome with its answer scored again; undefined when there is no answer to score. */
async function rescored({ sample, outcome }: LedgerRow, tasks: ReadonlyMap<string, Task>, deps: Scoring): Promise<Outcome | undefined> {
  if ('skipped' in sample || outcome === undefined || !hasAnswer(outcome.result)) return undefined;
  const { calls } = outcome;
  // One call a step is what can be put together again.
  if (sample.ask.kind !== 'generate' || sample.ask.steps.length !== calls.length) return undefined;
  const answer = { replies: calls.map(({ text }) => text), generations: calls, ...(outcome.used && { used: outcome.used }) };
  return { ...outcome, result: await scoreAnswer(sample, { answer, calls }, { task: taskOf(tasks, sample.task), ...deps }) };
}

function hasAnswer(result: Result): boolean {
  return result.status === 'ok' || (result.status === 'error' && (result.reason === SCORER_ERROR || result.reason === JUDGE_ERROR));
}

/** A missing text must not pass for a scorer that failed. */
function watch(documents: Documents) {
  let failure: unknown;
  return {
    documents: {
      bytes(digest: string) {
        try {
          return documents.bytes(digest);
        } catch (error) {
          failure ??= error;
          throw error;
        }
      },
    },
    check() {
      if (failure !== undefined) throw failure;
    },
  };
}

interface Counts {
  scored: number;
  changed: number;
  readonly old: { sum: number; n: number };
  readonly now: { sum: number; n: number };
}

class Tally {
  readonly #counts = new Map<string, { readonly run: string; readonly task: string; readonly counts: Counts }>();

  add(run: string, { sample: { task } }: LedgerRow, { before, after }: { readonly before: Result; readonly after: Result }): void {
    const key = `${run} ${task}`;
    const entry = this.#counts.get(key) ?? { run, task, counts: { scored: 0, changed: 0, old: { sum: 0, n: 0 }, now: { sum: 0, n: 0 } } };
    this.#counts.set(key, entry);
    const [was, is] = [valueOf(before), valueOf(after)];
    entry.counts.scored += 1;
    entry.counts.changed += Number(was !== is);
    addTo(entry.counts.old, was);
    addTo(entry.counts.now, is);
  }

  summary(): readonly TaskRescore[] {
    return [...this.#counts.values()].map(({ run, task, counts: { scored, changed, old, now } }) => {
      return { run, task, scored, changed, oldMean: mean(old), newMean: mean(now) };
    });
  }
}

function valueOf(result: Result): number | undefined {
  return result.status === 'ok' ? result.score.value : undefined;
}

function addTo(total: { sum: number; n: number }, value: number | undefined): void {
  if (value === undefined) return;
  total.sum += value;
  total.n += 1;
}

function mean({ sum, n }: { readonly sum: number; readonly n: number }): number | null {
  return n === 0 ? null : sum / n;
}
