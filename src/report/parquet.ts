import type { SchemaElement } from 'hyparquet-writer';
import type { DataColumn, DataTable, DataType, DataValue } from './data-table.ts';

/** A row group is written out at so many rows or so many characters of text, whichever comes first: no more is ever held. */
const GROUP_ROWS = 2000;
const GROUP_CHARACTERS = 8_000_000;

/** Who made the file, and notes to keep in its metadata. */
export interface ParquetOptions {
  readonly createdBy: string;
  readonly notes?: { readonly [key: string]: string };
}

/** A data table as Apache Parquet (Snappy), piece by piece; the pieces in a row are the file. All columns may be null. */
export async function* parquetChunks(table: DataTable, { createdBy, notes = {} }: ParquetOptions): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  const kvMetadata = Object.entries(notes).map(([key, value]) => ({ key, value }));
  const file = new ParquetWriter({ writer, schema: schemaOf(table.columns), createdBy, kvMetadata });
  /** What was written since the last time; offsets go on counting from the beginning of the file. */
  const taken = () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  for await (const group of rowGroups(table.rows)) {
    const columnData = table.columns.map(({ name, type }, i) => ({ name, data: group.map((row) => stored(row[i] ?? null, type)) }));
    await file.write({ columnData, rowGroupSize: group.length });
    yield taken();
  }
  await file.finish();
  yield taken();
}

async function* rowGroups(rows: DataTable['rows']): AsyncGenerator<(readonly DataValue[])[]> {
  let group: (readonly DataValue[])[] = [];
  let characters = 0;
  for await (const row of rows) {
    group.push(row);
    for (const value of row) if (typeof value === 'string') characters += value.length;
    if (group.length < GROUP_ROWS && characters < GROUP_CHARACTERS) continue;
    yield group;
    [group, characters] = [[], 0];
  }
  if (group.length > 0) yield group;
}

const ELEMENTS: { readonly [type in Exclude<DataType, 'reals'>]: Omit<SchemaElement, 'name'> } = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  count: { type: 'INT64' },
  real: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

function schemaOf(columns: readonly DataColumn[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, type }: DataColumn): SchemaElement[] {
  if (type !== 'reals') return [{ name, repetition_type: 'OPTIONAL', ...ELEMENTS[type] }];
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST', logical_type: { type: 'LIST' } },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', type: 'DOUBLE' },
  ];
}

/** The value as the writer takes it: whole numbers as `bigint`, times as `Date`. A time that is none is null. */
function stored(value: DataValue, type: DataType): unknown {
  if (value === null) return null;
  if (type === 'count') return BigInt(Math.round(Number(value)));
  if (type !== 'time') return value;
  const time = new Date(String(value));
  return Number.isNaN(time.getTime()) ? null : time;
}
