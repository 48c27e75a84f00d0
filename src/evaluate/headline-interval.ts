import type { Aggregate, ScoredRow } from '../core/index.ts';
import { clusteredInterval, UNKNOWN_INTERVAL, wilson, type Interval } from '../stats/index.ts';
import { scoresSetTo } from './scores-set-to.ts';

/** A family's headline over rows; `undefined` when it has none. */
export type Headline = (rows: readonly ScoredRow[]) => Aggregate | undefined;

/** Beyond so many clusters in a language, or cells of answers that share nothing, several are asked about together: the work stays small. */
const MOST_PLACES = 60;
/** A headline whose weights do not add up to 1 within this is no mean of scores. */
const TOLERANCE = 1e-6;

/**
 * The interval at 95 % of a headline that weighs its answers as the family likes: by group, by size, by length.
 *
 * What a haystack contributes is found by asking the headline itself, with all scores on that haystack set to 0 and then to 1: exact for every
 * weighted mean of scores, whatever the weights. Answers that share nothing are asked about cell by cell. The parts go into `clusteredInterval`;
 * languages are strata. A headline that is no mean of scores gets Wilson's interval over its items, or over the haystacks where they are fewer.
 */
export function headlineInterval(rows: readonly ScoredRow[], headline: Headline): Interval {
  const whole = headline(rows);
  if (whole === undefined || whole.value === null || (whole.unit ?? 'score') !== 'score') return UNKNOWN_INTERVAL;
  const contribution = (own: ReadonlySet<ScoredRow>) => {
    const [none, all] = [0, 1].map((value) => headline(scoresSetTo(value, { rows, own }))?.value ?? whole.value!);
    return { sum: whole.value! - none!, weight: all! - none! };
  };
  const byTask = [...Map.groupBy(rows, (row) => row.task).values()];
  const counted = byTask.filter((members) => contribution(new Set(members)).weight > TOLERANCE).flat();
  const groups = placesOf(counted).map((members) => ({
    ...sharedOf(members[0]!),
    ...contribution(new Set(members)),
    n: members.length,
  }));
  const weight = groups.reduce((sum, group) => sum + group.weight, 0);
  return Math.abs(weight - 1) < TOLERANCE ? clusteredInterval(groups) : overItems(rows, whole);
}

function overItems(rows: readonly ScoredRow[], { value, n }: Aggregate): Interval {
  const clusters = new Set(rows.flatMap(({ cluster }) => cluster ?? [])).size;
  return clusters === 1 ? UNKNOWN_INTERVAL : wilson(value, clusters === 0 ? n : Math.min(n, clusters));
}

/** Scored rows in groups that are asked about together: those of a cluster, or of a cell where rows share nothing. */
function placesOf(rows: readonly ScoredRow[]): ScoredRow[][] {
  const scored = rows.filter((row) => row.result.status === 'ok');
  const [shared, own] = [
    scored.filter((row) => sharedOf(row).cluster !== undefined),
    scored.filter((row) => sharedOf(row).cluster === undefined),
  ];
  const clusters = [...Map.groupBy(shared, (row) => sharedOf(row).stratum).values()].flatMap((members) =>
    inTurn([...Map.groupBy(members, (row) => sharedOf(row).cluster).values()]),
  );
  return [...clusters, ...inTurn([...Map.groupBy(own, cellOf).values()])];
}

/** At most {@link MOST_PLACES} groups: those beyond join the first ones in turn. */
function inTurn(groups: readonly ScoredRow[][]): ScoredRow[][] {
  return Array.from({ length: Math.min(groups.length, MOST_PLACES) }, (_, i) =>
    groups.filter((_group, at) => at % MOST_PLACES === i).flat(),
  );
}

function sharedOf({ cluster, group, cell }: ScoredRow) {
  const shared = cluster ?? group;
  return { ...(shared !== undefined && { cluster: shared }), stratum: String(cell['language'] ?? '') };
}

function cellOf({ task, cell }: ScoredRow): string {
  const axes = Object.entries(cell).filter(([axis]) => axis !== 'repeat');
  return JSON.stringify([task, axes.sort(([a], [b]) => (a < b ? -1 : 1))]);
}
