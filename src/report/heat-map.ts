import type { Cell } from '../core/index.ts';
import { pooledMean, type Interval, type MeanOfPresent } from '../stats/index.ts';
import { axisValues, type AxisValue } from './axis.ts';
import { facetsOf, type Facet } from './facets.ts';
import { pooledInterval } from './pooled-interval.ts';
import { viewAxes } from './task-facts.ts';
import type { RunSummary, ScoreSummary, TroubledCell } from './run-summary.ts';

/**
 * A place in a heat map. `scored`: has a mean · `missing`: samples without a score only · `skipped`: could not be built or sent, on purpose ·
 * `absent`: nothing was asked here. Only `scored` has a mean.
 */
export interface HeatCell extends MeanOfPresent, Interval {
  readonly state: 'scored' | 'missing' | 'skipped' | 'absent';
}

/** A matrix of scores. `cells[row][column]`; rows and columns are sorted by number where they are numbers. */
export interface HeatMap {
  readonly x: string;
  readonly y: string;
  readonly columns: readonly AxisValue[];
  readonly rows: readonly AxisValue[];
  readonly cells: readonly (readonly HeatCell[])[];
  readonly columnMeans: readonly HeatCell[];
  readonly rowMeans: readonly HeatCell[];
  readonly total: HeatCell;
}

/** Axes (defaults: length across, depth down) and the cells that were skipped, to mark them. */
export interface HeatMapOptions {
  readonly x?: string;
  readonly y?: string;
  readonly skipped?: readonly TroubledCell[];
}

/**
 * Lays scores out over two axes; other axes are pooled, weighted by n. Scores without one of the axes are left out; a skipped cell without an axis
 * marks its whole row or column. An empty place stays empty, never 0.
 */
export function heatMap(
  scores: readonly ScoreSummary[],
  { x = 'askedTokens', y = 'depthPercent', skipped = [] }: HeatMapOptions = {},
): HeatMap {
  const placed = scores.filter(({ cell }) => cell[x] !== undefined && cell[y] !== undefined);
  const cells = [...placed, ...skipped].map((entry) => entry.cell);
  const columns = axisValues(cells, x);
  const rows = axisValues(cells, y);
  const byColumn = Map.groupBy(placed, ({ cell }) => cell[x]);
  const byRow = Map.groupBy(placed, ({ cell }) => cell[y]);
  const byPlace = new Map([...byColumn].map(([column, members]) => [column, Map.groupBy(members, ({ cell }) => cell[y])]));
  const skips = (where: Cell) => skipped.some(({ cell }) => mayLie(cell, where));
  return {
    x,
    y,
    columns,
    rows,
    cells: rows.map((row) => columns.map((column) => heatCell(byPlace.get(column)?.get(row), skips({ [x]: column, [y]: row })))),
    columnMeans: columns.map((column) => heatCell(byColumn.get(column), skips({ [x]: column }))),
    rowMeans: rows.map((row) => heatCell(byRow.get(row), skips({ [y]: row }))),
    total: heatCell(placed, skipped.length > 0),
  };
}

/** A heat map with the facet that it shows. */
export interface FacetMap {
  readonly facet: Omit<Facet, 'scores'>;
  readonly map: HeatMap;
}

/** One heat map per task, metric, mode and language, where its scores spread over both axes (and over two places on one of them at least). */
export function heatMapsOf(
  { scores, skippedCells, taskFacts = [] }: Pick<RunSummary, 'scores' | 'skippedCells'> & Partial<Pick<RunSummary, 'taskFacts'>>,
  options: HeatMapOptions = {},
): FacetMap[] {
  const axesFor = (facet: Pick<Facet, 'task' | 'metric'>) => (options.x === undefined ? viewAxes({ taskFacts }, facet) : undefined);
  return facetsForMaps(scores, { ...options, axesFor }).flatMap(({ scores: members, ...facet }) => {
    const skipped = skippedCells.filter(
      ({ task, cell }) => task === facet.task && (facet.language === null || cell['language'] === facet.language),
    );
    const asked = { ...options, ...axesFor(facet), skipped };
    const wanted = heatMap(members, asked);
    // A task whose view needs an axis that its samples do not have is drawn as any other.
    const map = wanted.rows.length > 0 || options.x !== undefined ? wanted : heatMap(members, { skipped });
    const drawn = map.cells.flat().some((cell) => cell.state === 'scored' || cell.state === 'missing');
    return drawn && map.rows.length + map.columns.length > 2 ? [{ facet, map }] : [];
  });
}

/** Facets by language; of one picture over all languages where language is an axis of it. */
function facetsForMaps(
  scores: readonly ScoreSummary[],
  { x, y, axesFor }: HeatMapOptions & { readonly axesFor: (facet: Facet) => { readonly x: string; readonly y: string } | undefined },
): readonly Facet[] {
  const facets = facetsOf(scores);
  const isOver = (facet: Facet) => Object.values(axesFor(facet) ?? { x, y }).includes('language');
  const pooled = Map.groupBy(facets.filter(isOver), ({ task, metric, mode }) => JSON.stringify([task, metric, mode]));
  const joined = [...pooled.values()].map((members) => ({
    ...members[0]!,
    language: null,
    scores: members.flatMap((each) => each.scores),
  }));
  return [...facets.filter((facet) => !isOver(facet)), ...joined];
}

function heatCell(scores: readonly ScoreSummary[] = [], skipped: boolean): HeatCell {
  const pooled = pooledMean(scores);
  const state = pooled.mean !== null ? 'scored' : skipped ? 'skipped' : pooled.missing > 0 ? 'missing' : 'absent';
  return { ...pooled, ...pooledInterval(scores), state };
}

function mayLie(cell: Cell, where: Cell): boolean {
  return Object.entries(where).every(([axis, value]) => cell[axis] === undefined || cell[axis] === value);
}
