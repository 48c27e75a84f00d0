import type { Cell, LedgerRow, Score } from '../core/index.ts';
import { cellKey, compareCells, withoutRepeat } from './axis.ts';
import { pooledInterval } from './pooled-interval.ts';
import type { ScoreSummary } from './run-summary.ts';
import { sharedBy } from './shared-by.ts';

/** What is scored in one place: a task's metric under one mode in one cell. */
interface Slot {
  readonly task: string;
  readonly metric: string;
  readonly mode: string;
  readonly cell: Cell;
}

interface Tally extends Slot {
  sum: number;
  n: number;
  missing: number;
  /** Scores that are not independent, by what they share. */
  readonly clusters: Map<string, { sum: number; n: number }>;
}

/**
 * Collects rows into one score per (task, metric, mode, cell without `repeat`).
 * The parts of a score take its place, each in its own cell (the part's cell laid over the sample's); the whole value stays as well when no part
 * carries its metric. A sample without a score counts as missing in the cells that its scored siblings fill.
 */
export class ScoreTable {
  readonly #tallies = new Map<string, Tally>();
  /** Slots that the scored samples of a task fill, by the samples' own cell. */
  readonly #filled = new Map<string, Map<string, Slot>>();
  readonly #tasks = new Map<string, number>();
  readonly #missing = new Map<string, { readonly task: string; readonly cell: Cell; count: number }>();

  add(row: LedgerRow): void {
    const { task } = row.sample;
    if (!this.#tasks.has(task)) this.#tasks.set(task, this.#tasks.size);
    const cell = withoutRepeat(row.sample.cell);
    const result = row.outcome?.result;
    if (result?.status === 'ok') this.#addScore(row, { cell, score: result.score });
    else this.#addMissing(task, cell);
  }

  /** Tasks in the order of their first rows; within a task by metric, mode and cell. */
  scores(): ScoreSummary[] {
    const tallies = new Map([...this.#tallies].map(([key, tally]) => [key, { ...tally }]));
    for (const { task, cell, count } of this.#missing.values()) {
      for (const slot of this.#slotsOf(task, cell)) tallyAt(tallies, slot).missing += count;
    }
    return [...tallies.values()].map(toSummary).sort((a, b) => this.#taskOrder(a) - this.#taskOrder(b) || compareScores(a, b));
  }

  #taskOrder({ task }: ScoreSummary): number {
    return this.#tasks.get(task) ?? 0;
  }

  #addScore({ sample }: LedgerRow, { cell, score }: { readonly cell: Cell; readonly score: Score }): void {
    const { task } = sample;
    const cluster = sharedBy(sample, score);
    const home = `${task}\0${cellKey(cell)}`;
    const filled = this.#filled.get(home) ?? new Map<string, Slot>();
    this.#filled.set(home, filled);
    for (const { metric, over, value, n } of valuesOf(score)) {
      const slot: Slot = { task, metric, mode: score.mode, cell: withoutRepeat({ ...cell, ...over }) };
      const tally = tallyAt(this.#tallies, slot);
      tally.sum += value * n;
      tally.n += n;
      if (cluster !== undefined) addTo(tally.clusters, cluster, { sum: value * n, n });
      filled.set(slotKey(slot), slot);
    }
  }

  #addMissing(task: string, cell: Cell): void {
    const key = `${task}\0${cellKey(cell)}`;
    const entry = this.#missing.get(key) ?? { task, cell, count: 0 };
    entry.count++;
    this.#missing.set(key, entry);
  }

  #slotsOf(task: string, cell: Cell): Iterable<Slot> {
    const siblings = this.#filled.get(`${task}\0${cellKey(cell)}`);
    if (siblings !== undefined) return siblings.values();
    const known = [...this.#tallies.values()].filter((tally) => tally.task === task).sort((a, b) => b.n - a.n)[0];
    return [{ task, metric: known?.metric ?? UNSCORED, mode: known?.mode ?? UNSCORED, cell }];
  }
}

/** Stands for metric and mode of a task that has no score at all. */
const UNSCORED = 'none';

function valuesOf(score: Score) {
  const parts = (score.parts ?? []).map(({ metric, cell, value, n }) => ({
    metric: metric ?? score.metric,
    over: cell ?? {},
    value,
    n: n ?? 1,
  }));
  if (parts.some((part) => part.metric === score.metric)) return parts;
  return [{ metric: score.metric, over: {}, value: score.value, n: 1 }, ...parts];
}

function tallyAt(tallies: Map<string, Tally>, slot: Slot): Tally {
  const key = slotKey(slot);
  const tally = tallies.get(key) ?? { ...slot, sum: 0, n: 0, missing: 0, clusters: new Map() };
  tallies.set(key, tally);
  return tally;
}

function addTo(clusters: Tally['clusters'], cluster: string, { sum, n }: { readonly sum: number; readonly n: number }): void {
  const known = clusters.get(cluster) ?? { sum: 0, n: 0 };
  clusters.set(cluster, { sum: known.sum + sum, n: known.n + n });
}

function slotKey({ task, metric, mode, cell }: Slot): string {
  return `${task}\0${metric}\0${mode}\0${cellKey(cell)}`;
}

function toSummary({ sum, clusters, ...tally }: Tally): ScoreSummary {
  // A mean of ones can leave 0–1 by a rounding error.
  const mean = tally.n === 0 ? null : Math.min(1, sum / tally.n);
  const score = { ...tally, mean, ...(clusters.size > 0 && { clusters: Object.fromEntries(clusters) }) };
  return { ...score, ...pooledInterval([score]) };
}

function compareScores(a: ScoreSummary, b: ScoreSummary): number {
  return compareText(a.metric, b.metric) || compareText(a.mode, b.mode) || compareCells(a.cell, b.cell);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
