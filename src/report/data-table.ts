/** What a column holds. `count`: whole numbers · `real`: numbers · `reals`: a list of numbers · `time`: ISO 8601 text. */
export type DataType = 'text' | 'count' | 'real' | 'reals' | 'flag' | 'time';

/** A field of a data table; null where there is nothing. */
export type DataValue = string | number | boolean | readonly number[] | null;

/** A column with the name that a notebook sees. */
export interface DataColumn {
  readonly name: string;
  readonly type: DataType;
}

/** Data for notebooks: typed columns, and rows that are read once, one at a time. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: Iterable<readonly DataValue[]> | AsyncIterable<readonly DataValue[]>;
}
