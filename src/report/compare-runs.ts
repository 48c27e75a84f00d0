import type { Cell, LedgerRow, RunRecord, Sample } from '../core/index.ts';
import {
  clusterSums,
  pairedComparison,
  signTest,
  type PairedComparison,
  type PairedComparisonOptions,
  type SignTest,
} from '../stats/index.ts';
import { cellKey, withoutRepeat } from './axis.ts';
import { countNoun } from './labels.ts';
import { questionText } from './question-text.ts';
import { runDifferences } from './run-differences.ts';
import { cutMiddle } from './visible-text.ts';

/** A run with its rows. */
export interface ComparedRun {
  readonly run: RunRecord;
  readonly rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>;
}

/** Which run a side of the comparison is. */
export type ComparedSide = Pick<RunRecord, 'id' | 'model' | 'strategy' | 'version' | 'seed' | 'tokenizer' | 'createdAt'>;

/**
 * A change over paired samples: means, difference (after − before), interval, permutation p, and the exact sign test. The sign test counts
 * samples; its p is over clusters (samples that share a haystack), by the sign of each cluster's summed change.
 */
export interface Change extends PairedComparison {
  readonly signTest: SignTest;
}

/** A sample whose score changed. `before` and `after` are scores, 0–1. */
export interface FlippedSample {
  readonly sampleId: string;
  readonly task: string;
  readonly cell: Cell;
  readonly before: number;
  readonly after: number;
  readonly question: string;
  readonly answerBefore: string;
  readonly answerAfter: string;
}

/** Samples of one cell, repeats pooled, that both runs scored: means before and after. */
export interface CellChange {
  readonly task: string;
  readonly cell: Cell;
  readonly before: number;
  readonly after: number;
  readonly n: number;
}

/** Two runs compared sample by sample: plain JSON. Fields are only ever added. */
export interface RunComparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Samples that only one run has; they are in no number below. */
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  /** Reasons to doubt that the same things were compared. */
  readonly warnings: readonly string[];
  readonly overall: Change;
  readonly tasks: readonly (Change & { readonly task: string })[];
  /** By cell, in the order of the first run. */
  readonly cells: readonly CellChange[];
  /** The samples that changed most first, `limit` at most. */
  readonly flipped: readonly FlippedSample[];
  /** How many samples changed at all. */
  readonly flippedCount: number;
}

/**
 * `limit` (default 20) bounds the list of flipped samples; `limitEach` bounds those that got better and those that got worse apart instead. The rest is
 * for the bootstrap.
 */
export interface CompareRunsOptions extends PairedComparisonOptions {
  readonly limit?: number;
  readonly limitEach?: number;
}

/**
 * Compares two runs on the samples that both have, paired by sample id. A sample without a score on either side is missing, never a loss.
 * Deterministic for the same runs and options.
 */
export async function compareRuns(before: ComparedRun, after: ComparedRun, options: CompareRunsOptions = {}): Promise<RunComparison> {
  const first = await entriesOf(before.rows);
  const second = await entriesOf(after.rows);
  const pairs: Pair[] = [...first].flatMap(([id, entry]) => {
    const other = second.get(id);
    if (other === undefined) return [];
    // Scores of two metrics are no change of one.
    const isOne = !differInMetric(entry, other);
    return [
      { id, task: entry.task, cell: entry.cell, before: isOne ? entry.value : null, after: isOne ? other.value : null, entry, other },
    ];
  });
  const byTask = Map.groupBy(pairs, (pair) => pair.task);
  const changed = pairs.filter((pair) => pair.before !== null && pair.after !== null && pair.before !== pair.after);
  return {
    before: sideOf(before.run),
    after: sideOf(after.run),
    onlyBefore: first.size - pairs.length,
    onlyAfter: second.size - pairs.length,
    warnings: warningsOf(before.run, after.run, pairs),
    overall: changeOf(pairs, options),
    tasks: [...byTask].map(([task, members]) => ({ task, ...changeOf(members, options) })),
    cells: cellChanges(pairs),
    flipped: largest(changed, options).map((pair) => flippedSample(pair)),
    flippedCount: changed.length,
  };
}

/** The largest changes first. */
function largest(changed: readonly Pair[], { limit = 20, limitEach }: CompareRunsOptions): readonly Pair[] {
  const change = ({ before, after }: Pair) => (after ?? 0) - (before ?? 0);
  const sorted = [...changed].sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)));
  if (limitEach === undefined) return sorted.slice(0, limit);
  const kept = { better: limitEach, worse: limitEach };
  return sorted.filter((pair) => kept[change(pair) > 0 ? 'better' : 'worse']-- > 0);
}

/** What is kept of a row: never its prompt. */
interface Entry {
  readonly task: string;
  readonly cell: Cell;
  readonly cluster: string | undefined;
  readonly value: number | null;
  readonly version: number | undefined;
  readonly mode: string | undefined;
  readonly metric: string | undefined;
  readonly question: string;
  readonly answer: string;
}

interface Pair {
  readonly id: string;
  readonly task: string;
  readonly cell: Cell;
  readonly before: number | null;
  readonly after: number | null;
  readonly entry: Entry;
  readonly other: Entry;
}

async function entriesOf(rows: ComparedRun['rows']): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const row of rows) if (!('skipped' in row.sample)) entries.set(row.sample.id, entryOf(row, row.sample));
  return entries;
}

function entryOf({ outcome }: LedgerRow, sample: Sample): Entry {
  const score = outcome?.result.status === 'ok' ? outcome.result.score : undefined;
  return {
    task: sample.task,
    cell: { ...sample.cell },
    cluster: sample.cluster ?? sample.group,
    value: score?.value ?? null,
    version: sample.taskVersion,
    mode: score?.mode,
    metric: score?.metric,
    question: cutMiddle(questionText(sample), 600),
    answer: cutMiddle((outcome?.calls ?? []).map((call) => call.text).join('\n\n'), 1200),
  };
}

function differInMetric(before: Entry, after: Entry): boolean {
  return before.metric !== undefined && after.metric !== undefined && before.metric !== after.metric;
}

function changeOf(pairs: readonly Pair[], options: CompareRunsOptions): Change {
  const placed = pairs.map((pair) => ({ ...pair, ...placeOf(pair.entry) }));
  const differences = placed.flatMap(({ before, after, ...place }) =>
    before === null || after === null ? [] : [{ ...place, difference: after - before }],
  );
  const counts = signTest(differences.map(({ difference }) => difference));
  return { ...pairedComparison(placed, options), signTest: { ...counts, p: signTest(clusterSums(differences)).p } };
}

function cellChanges(pairs: readonly Pair[]): CellChange[] {
  const scored = pairs.flatMap(({ before, after, ...pair }) => (before === null || after === null ? [] : [{ ...pair, before, after }]));
  const byCell = Map.groupBy(scored, ({ task, cell }) => `${task}\0${cellKey(withoutRepeat(cell))}`);
  return [...byCell.values()].map((members) => {
    const mean = (of: 'before' | 'after') => members.reduce((sum, member) => sum + member[of], 0) / members.length;
    const [{ task, cell }] = members as [Pair];
    return { task, cell: withoutRepeat(cell), before: mean('before'), after: mean('after'), n: members.length };
  });
}

/** Samples of one haystack, or scored jointly, stand together; languages are fixed, and compared each within itself. */
function placeOf({ cluster, cell }: Entry) {
  return { ...(cluster !== undefined && { cluster }), stratum: String(cell['language'] ?? '') };
}

function flippedSample({ id, task, cell, before, after, entry, other }: Pair): FlippedSample {
  const scores = { before: before ?? 0, after: after ?? 0 };
  return { sampleId: id, task, cell, ...scores, question: entry.question, answerBefore: entry.answer, answerAfter: other.answer };
}

function sideOf({ id, model, strategy, version, seed, tokenizer, createdAt }: RunRecord): ComparedSide {
  return { id, model, strategy, version, seed, tokenizer, createdAt };
}

function warningsOf(before: RunRecord, after: RunRecord, pairs: readonly Pair[]): string[] {
  const modes = pairs.filter(
    ({ entry, other }) => entry.mode !== undefined && other.mode !== undefined && entry.mode !== other.mode,
  ).length;
  const metrics = pairs.filter(({ entry, other }) => differInMetric(entry, other)).length;
  const versions = pairs.filter(({ entry, other }) => entry.version !== other.version).length;
  return [
    ...runDifferences(before, after),
    ...(versions > 0 ? [`${countNoun(versions, 'sample')} made by different versions of the task`] : []),
    ...(metrics > 0 ? [`${countNoun(metrics, 'sample')} scored by different metrics: not compared`] : []),
    ...(modes > 0 ? [`${countNoun(modes, 'sample')} scored under different modes`] : []),
    ...(pairs.length === 0 ? ['the runs have no sample in common'] : []),
  ];
}
