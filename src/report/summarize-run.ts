import type { Aggregate, LedgerRow, RunRecord } from '../core/index.ts';
import { documentCut, sumCuts, UNKNOWN_INTERVAL, wilson, type DocumentCut, type Interval } from '../stats/index.ts';
import { aggregateProfiles } from './aggregate-profiles.ts';
import { Alarms } from './alarms.ts';
import { axisValues, cellKey, compareCells, withoutRepeat } from './axis.ts';
import { profilesOf } from './profiles.ts';
import { repeatCommand } from './repeat-command.ts';
import type { Baseline, RunSummary, ScoreSummary, TroubledCell } from './run-summary.ts';
import { besideBaselines } from './score-baselines.ts';
import { ScoreTable } from './score-table.ts';
import { JudgeTotals } from './judge-totals.ts';
import { UsageTotals } from './usage-totals.ts';
import { ScoreGroups } from './score-groups.ts';
import { WholeMean } from './whole-mean.ts';
import { WorstAnswers } from './worst-answers.ts';

/** The numbers of a family over the rows of a run. */
export interface Published {
  /** Headline first. */
  readonly aggregates: readonly Aggregate[];
  /** The interval of the headline. Default: Wilson's over its answers, which is right where they are independent and weigh the same. */
  readonly headlineInterval?: Interval;
}

/** What a summary is made of. Rows are read once, one at a time. */
export interface RunMaterial extends Partial<Published> {
  readonly run: RunRecord;
  readonly rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>;
  /** Gives the family's numbers once all rows were read, where they are not known before. */
  readonly published?: () => Published;
  /** The same samples answered in other ways; a function is called once all rows were read. */
  readonly baselines?: readonly Baseline[] | (() => readonly Baseline[]);
  /** Scores of baselines by their name. */
  readonly baselineScores?: ReadonlyMap<string, readonly ScoreSummary[]>;
  /** The command line that made the run; by default one is put together from the record. */
  readonly command?: string;
  /** Tags and views of the tasks, where they are known. */
  readonly taskFacts?: RunSummary['taskFacts'];
}

/** Sums up a run from its ledger rows. Same rows, same summary; a running or broken-off run is summed up as far as it got. */
export async function summarizeRun(material: RunMaterial): Promise<RunSummary> {
  const { run, rows, baselines = [], command, taskFacts = [] } = material;
  const table = new ScoreTable();
  const usage = new UsageTotals(run);
  const alarms = new Alarms(run);
  const judged = new JudgeTotals(run);
  const worst = new WorstAnswers();
  const troubles = new Troubles();
  const whole = new WholeMean();
  const groups = new ScoreGroups(taskFacts);
  const cuts: DocumentCut[] = [];
  for await (const row of rows) {
    for (const collector of [table, usage, judged, alarms, worst, troubles, whole, groups]) collector.add(row);
    cuts.push(...[documentCut(row.sample) ?? []].flat());
  }
  const published = material.published?.() ?? { aggregates: [], ...material };
  const scores = besideBaselines(table.scores(), material.baselineScores);
  const cells = scores.map((score) => score.cell);
  const documents = sumCuts(cuts);
  const profiles = profilesOf(scores);
  const aggregates = published.aggregates.map(({ unit = 'score' as const, ...aggregate }) => ({
    ...aggregate,
    cell: { ...aggregate.cell },
    unit,
  }));
  const beside = [...(typeof baselines === 'function' ? baselines() : baselines)];
  return {
    run: run.id,
    status: run.status,
    model: run.model,
    strategy: run.strategy,
    createdAt: run.createdAt,
    version: run.version,
    tokenizer: run.tokenizer,
    seed: run.seed,
    tasks: [...run.tasks],
    languages: axisValues(cells, 'language').map(String),
    scores,
    overall: overallOf(published, whole),
    usage: usage.summary(),
    ...judged.summary(),
    aggregates,
    profiles: [...profiles, ...aggregateProfiles({ taskFacts, aggregates, profiles, scores })],
    baselines: beside,
    taskFacts,
    groups: groups.list(beside),
    ...troubles.summary(),
    documents: documents ?? null,
    alarms: alarms.list(),
    worst: worst.list(),
    corpora: run.corpora.map(({ digest, language, origin }) => ({ digest, language, origin: mutable(origin) })),
    options: mutable(run.options),
    command: command ?? repeatCommand(run),
  };
}

/** The first aggregate is the headline; other units than scores have no interval. */
function overallOf({ aggregates, headlineInterval }: Published, whole: WholeMean): RunSummary['overall'] {
  const [headline] = aggregates;
  if (headline === undefined) return whole.summary();
  const { metric, label, value: mean, n, missing, failed, unit = 'score' } = headline;
  const interval = unit === 'score' ? (headlineInterval ?? wilson(mean, n)) : UNKNOWN_INTERVAL;
  return { metric, label, mean, ...interval, n, missing, ...(failed !== undefined && { failed }), unit };
}

/** Counts samples without a score: skipped, failed, not answered yet. */
class Troubles {
  readonly #skipped = new Map<string, TroubledCell>();
  readonly #errors = new Map<string, TroubledCell>();
  #pending = 0;

  add({ sample, outcome }: LedgerRow): void {
    const cell = withoutRepeat(sample.cell);
    if ('skipped' in sample) count(this.#skipped, { task: sample.task, cell, ...sample.skipped, count: 1 });
    else if (outcome === undefined) this.#pending++;
    else if (outcome.result.status !== 'ok') {
      const { status, reason, detail } = outcome.result;
      count(status === 'skipped' ? this.#skipped : this.#errors, { task: sample.task, cell, reason, detail, count: 1 });
    }
  }

  summary() {
    const skippedCells = [...this.#skipped.values()].sort(compareTroubles);
    const byReason = Map.groupBy(skippedCells, (trouble) => trouble.reason);
    return {
      skipped: [...byReason].map(([reason, troubles]) => ({ reason, count: troubles.reduce((sum, trouble) => sum + trouble.count, 0) })),
      skippedCells,
      errors: [...this.#errors.values()].sort(compareTroubles),
      pending: this.#pending,
    };
  }
}

function count(troubles: Map<string, TroubledCell>, trouble: TroubledCell): void {
  const key = `${trouble.task}\0${trouble.reason}\0${cellKey(trouble.cell)}`;
  const known = troubles.get(key);
  if (known === undefined) troubles.set(key, trouble);
  else known.count++;
}

function compareTroubles(a: TroubledCell, b: TroubledCell): number {
  return a.task === b.task ? compareCells(a.cell, b.cell) : a.task < b.task ? -1 : 1;
}

/** The record is read-only JSON; the summary's types come from the schema and are not. */
function mutable<T>(json: object): T {
  return structuredClone(json) as T;
}
