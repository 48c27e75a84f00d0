import { axesOf } from './axis.ts';
import type { DataColumn, DataTable, DataType, DataValue } from './data-table.ts';
import type { RunSummary, ScoreSummary } from './run-summary.ts';

/**
 * All scores of a run, one row per task, metric, mode and cell. Missing means and axes that do not apply are null. Baselines stand in columns of
 * their own at the end: `retrieval_mean`, `retrieval_n`.
 */
export function cellTable({ run, model, strategy, scores }: Pick<RunSummary, 'run' | 'model' | 'strategy' | 'scores'>): DataTable {
  const axes = axesOf(scores.map((score) => score.cell));
  const baselines = [...new Set(scores.flatMap((score) => Object.keys(score.baselines ?? {})))];
  const columns: readonly CellColumn[] = [
    ...[
      { name: 'run', value: run },
      { name: 'model', value: model },
      { name: 'strategy', value: strategy },
    ].map(({ name, value }): CellColumn => ({ name, type: 'text', value: () => value })),
    { name: 'task', type: 'text', value: ({ task }) => task },
    { name: 'metric', type: 'text', value: ({ metric }) => metric },
    { name: 'mode', type: 'text', value: ({ mode }) => mode },
    ...axes.map((axis): CellColumn => ({
      name: axis,
      type: axisType(scores.map(({ cell }) => cell[axis])),
      value: ({ cell }) => cell[axis],
    })),
    { name: 'n', type: 'real', value: ({ n }) => n },
    { name: 'missing', type: 'count', value: ({ missing }) => missing },
    { name: 'mean', type: 'real', value: ({ mean }) => mean },
    { name: 'low', type: 'real', value: ({ low }) => low },
    { name: 'high', type: 'real', value: ({ high }) => high },
    ...baselines.flatMap((name): CellColumn[] => [
      { name: `${name}_mean`, type: 'real', value: ({ baselines: beside }) => beside?.[name]?.mean },
      { name: `${name}_n`, type: 'real', value: ({ baselines: beside }) => beside?.[name]?.n },
    ]),
  ];
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: scores.map((score) => columns.map(({ value }) => value(score) ?? null)),
  };
}

interface CellColumn extends DataColumn {
  readonly value: (score: ScoreSummary) => DataValue | undefined;
}

/** The type that holds all coordinates of an axis. */
export function axisType(values: Iterable<unknown>): DataType {
  const kinds = new Set([...values].map((value) => typeof value));
  kinds.delete('undefined');
  if (kinds.size === 1 && kinds.has('number')) return 'real';
  return kinds.size === 1 && kinds.has('boolean') ? 'flag' : 'text';
}
