import type { Ledger, RunRecord } from '../core/index.ts';
import { cellTable, csvLines, parquetChunks, sampleTable, type DataTable, type RunSummary } from '../report/index.ts';
import { version } from './version.ts';
import { writeChunks } from './write-chunks.ts';

/** How a data table is written, and where; undefined is standard output. */
export interface DataTarget {
  readonly format: 'csv' | 'parquet';
  readonly output: string | undefined;
}

/** Writes the samples of runs, one row each, as they are read from the ledger. Gives the file's path. */
export async function writeSamples(ledger: Ledger, runs: readonly RunRecord[], target: DataTarget): Promise<string | undefined> {
  return writeData(await sampleTable(runs.map((run) => ({ run, rows: () => ledger.rows(run.id) }))), runs, target);
}

/** Writes the cells of a run. Gives the file's path. */
export async function writeCells(run: RunRecord, summary: RunSummary, target: DataTarget): Promise<string | undefined> {
  return writeData(cellTable(summary), [run], target);
}

/** A run's samples (parquet) or cells (csv) as the bytes of a file. */
export async function dataChunks(ledger: Ledger, run: RunRecord, { summary }: { readonly summary?: RunSummary }): Promise<Chunks> {
  if (summary) return chunksOf(cellTable(summary), [run], 'csv');
  return chunksOf(await sampleTable([{ run, rows: () => ledger.rows(run.id) }]), [run], 'parquet');
}

type Chunks = AsyncIterable<string | Uint8Array>;

/** A Parquet file keeps the records of its runs in its metadata: model, seed, options. */
function writeData(table: DataTable, runs: readonly RunRecord[], { format, output }: DataTarget): Promise<string | undefined> {
  return writeChunks(output, chunksOf(table, runs, format));
}

function chunksOf(table: DataTable, runs: readonly RunRecord[], format: DataTarget['format']): Chunks {
  const notes = { 'fathom.runs': JSON.stringify(runs) };
  return format === 'csv' ? csvLines(table) : parquetChunks(table, { createdBy: `fathom ${version()}`, notes });
}
