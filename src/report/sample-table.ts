import type { LedgerRow, RunRecord } from '../core/index.ts';
import { axesOf, type AxisValue } from './axis.ts';
import { axisType } from './cell-table.ts';
import type { DataColumn, DataTable, DataValue } from './data-table.ts';
import { runPrices } from './run-prices.ts';
import { SAMPLE_COLUMNS } from './sample-columns.ts';

/** A run whose rows can be read again and again. */
export interface SampleSource {
  readonly run: RunRecord;
  readonly rows: () => Iterable<LedgerRow> | AsyncIterable<LedgerRow>;
}

/**
 * Samples of runs, one row each, in plan order: what was asked, what came back, what it scored. Every axis of the cells is a column of its own
 * (`cell_…` where a column has that name). Rows are read twice, first for the axes, and never held.
 */
export async function sampleTable(sources: readonly SampleSource[]): Promise<DataTable> {
  const axes = await axisColumns(sources);
  const at = SAMPLE_COLUMNS.findIndex(({ name }) => name === 'status');
  const columns = [...SAMPLE_COLUMNS.slice(0, at), ...axes, ...SAMPLE_COLUMNS.slice(at)];
  return { columns: columns.map(({ name, type }) => ({ name, type })), rows: rowsOf(sources, columns) };
}

type Column = (typeof SAMPLE_COLUMNS)[number];

async function* rowsOf(sources: readonly SampleSource[], columns: readonly Column[]): AsyncGenerator<readonly DataValue[]> {
  for (const { run, rows } of sources) {
    const prices = runPrices(run);
    for await (const row of rows()) {
      const facts = { ...row, run, ...(prices && { prices }) };
      yield columns.map(({ value }) => value(facts) ?? null);
    }
  }
}

async function axisColumns(sources: readonly SampleSource[]): Promise<Column[]> {
  const kinds = new Map<string, Map<string, AxisValue>>();
  for (const { rows } of sources) {
    for await (const { sample } of rows()) {
      for (const [axis, value] of Object.entries(sample.cell)) {
        const known = kinds.get(axis) ?? new Map<string, AxisValue>();
        kinds.set(axis, known.set(typeof value, value));
      }
    }
  }
  const taken = new Set(SAMPLE_COLUMNS.map(({ name }) => name));
  return axesOf([Object.fromEntries([...kinds.keys()].map((axis) => [axis, true]))]).map((axis) => {
    const type = axisType(kinds.get(axis)!.values());
    const column: DataColumn = { name: taken.has(axis) ? `cell_${axis}` : axis, type };
    return { ...column, value: ({ sample }) => asType(sample.cell[axis], type) };
  });
}

/** An axis that holds numbers here and words there is text. */
function asType(value: AxisValue | undefined, type: DataColumn['type']): DataValue {
  return value === undefined ? null : type === 'text' ? String(value) : value;
}
