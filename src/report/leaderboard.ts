import { FathomError, type LedgerRow, type RunRecord } from '../core/index.ts';
import {
  EFFECTIVE_THRESHOLD,
  effectiveLength,
  pooledMean,
  type EffectiveLength,
  type Interval,
  type MeanOfPresent,
} from '../stats/index.ts';
import { axisValues } from './axis.ts';
import { rankByInterval, type Rank } from './rank-by-interval.ts';
import { shortTask } from './labels.ts';
import { askedSamples, doubtsOf } from './leaderboard-doubts.ts';
import { pooledInterval } from './pooled-interval.ts';
import type { RunSummary, ScoreSummary } from './run-summary.ts';

/** A run that takes part: its rows are read once, for what was asked. */
export interface LeaderboardEntry {
  readonly run: RunRecord;
  readonly rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>;
  readonly summary: RunSummary;
}

/** A mean, 0–1, with its interval at 95 % and what it rests on. */
export interface PlacedScore extends MeanOfPresent, Interval {}

/** A run in its place. */
export interface LeaderboardRow
  extends Rank, Pick<RunSummary, 'run' | 'status' | 'model' | 'strategy' | 'version' | 'seed' | 'tokenizer' | 'createdAt' | 'overall'> {
  /** A score for every name in `tasks` and every length in `lengths`; null where the run has none. */
  readonly tasks: readonly (PlacedScore | null)[];
  readonly lengths: readonly (PlacedScore | null)[];
  /** Of the curve over all tasks that have lengths; null with fewer than two lengths. */
  readonly effectiveLength: EffectiveLength | null;
  readonly usage: RunSummary['usage'];
  /** Reasons to doubt that it was asked the same as the first run named. */
  readonly doubts: readonly string[];
}

/** Several models, or strategies, on the same samples: plain JSON, best first. Fields are only ever added. */
export interface Leaderboard {
  /** What the headline is. */
  readonly label: string;
  readonly threshold: number;
  readonly tasks: readonly string[];
  readonly lengthsTokens: readonly number[];
  readonly rows: readonly LeaderboardRow[];
}

/**
 * Ranks runs by their headline. Languages are pooled in the scores of tasks, tasks in those of lengths; a task with several metrics counts there with its first.
 * @throws FathomError `misuse` when a run shares no sample (same id, same version of the task) with the first
 */
export async function leaderboard(entries: readonly LeaderboardEntry[]): Promise<Leaderboard> {
  const [first] = entries;
  if (first === undefined) throw new FathomError('misuse', 'A leaderboard needs a run.', { fix: 'Name one or more.' });
  const asked = await askedSamples(first.rows);
  const doubts: (readonly string[])[] = [];
  for (const entry of entries) doubts.push(entry === first ? [] : await doubtsOf(entry, { run: first.run, asked }));
  const scores = entries.flatMap(({ summary }) => summary.scores);
  const tasks = taskColumns(scores);
  const lengthsTokens = axisValues(
    scores.map(({ cell }) => cell),
    'askedTokens',
  ).filter((value) => typeof value === 'number');
  const ranks = rankByInterval(entries.map(({ summary }) => summary.overall));
  const rows = entries.map(({ summary }, i): LeaderboardRow => {
    const { run, status, model, strategy, version, seed, tokenizer, createdAt, overall, usage } = summary;
    const lengths = lengthsTokens.map((length) => pooled(mainScores(summary).filter(({ cell }) => cell['askedTokens'] === length)));
    const curve = lengths.flatMap((score, at) => (score?.mean == null ? [] : [{ lengthTokens: lengthsTokens[at]!, ...score }]));
    return {
      ...ranks[i]!,
      run,
      status,
      model,
      strategy,
      version,
      seed,
      tokenizer,
      createdAt,
      overall,
      tasks: tasks.map(({ key }) => pooled(summary.scores.filter((score) => taskKey(score) === key))),
      lengths,
      effectiveLength: curve.length < 2 ? null : effectiveLength(curve, EFFECTIVE_THRESHOLD),
      usage,
      doubts: doubts[i]!,
    };
  });
  return {
    label: first.summary.overall.label,
    threshold: EFFECTIVE_THRESHOLD,
    tasks: tasks.map(({ name }) => name),
    lengthsTokens,
    rows: rows.toSorted((a, b) => (b.overall.mean ?? -Infinity) - (a.overall.mean ?? -Infinity)),
  };
}

const taskKey = ({ task, metric, mode }: ScoreSummary) => JSON.stringify([task, metric, mode]);

/** One column per task, metric and mode; a task with several of them names them. */
function taskColumns(scores: readonly ScoreSummary[]): { readonly key: string; readonly name: string }[] {
  const members = [...new Map(scores.map((score) => [taskKey(score), score]))];
  return members.map(([key, { task, metric, mode }]) => {
    const crowded = members.some(([other, score]) => score.task === task && other !== key);
    const short = members.every(([, score]) => score.task === task || shortTask(score.task) !== shortTask(task));
    const name = short ? shortTask(task) : task;
    return { key, name: crowded ? `${name} · ${metric} (${mode})` : name };
  });
}

/** The scores of every task under its first metric. */
function mainScores({ scores }: Pick<RunSummary, 'scores'>): readonly ScoreSummary[] {
  const main = new Map<string, string>();
  for (const score of scores) if (!main.has(score.task)) main.set(score.task, taskKey(score));
  return scores.filter((score) => main.get(score.task) === taskKey(score));
}

function pooled(scores: readonly ScoreSummary[]): PlacedScore | null {
  return scores.length === 0 ? null : { ...pooledMean(scores), ...pooledInterval(scores) };
}
