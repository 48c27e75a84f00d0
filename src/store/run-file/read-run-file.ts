import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import type { z } from 'zod';
import { FathomError, type LedgerRow, type RunEntry } from '../../core/index.ts';
import { compressionOf } from './compression.ts';
import { hostileJson } from './hostile-json.ts';
import { readLines, type NumberedLine } from './read-lines.ts';
import { RUN_FILE_FORMAT, RUN_FILE_VERSION, type RunFileHeader } from './run-file-format.ts';
import { headerSchema, rowSchema } from './run-file-schema.ts';

/** A checked line of a run file. */
export interface RunFileItem {
  /** `file:line`, for messages. */
  readonly place: string;
  /** The line as Fathom writes it. */
  readonly line: string;
  readonly entry: RunEntry;
}

/** A prompt of a million tokens written out in a line has 10 MB. */
const MOST_LINE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a run file line by line and checks everything in it; one line is in memory at a time, and the ids of one run.
 * Throws a FathomError that names `file:line`: `missing` (no such file) or `data` (not a run file, torn, or no run that Fathom could have made).
 */
export async function* readRunFile(file: string, { mostLineBytes = MOST_LINE_BYTES } = {}): AsyncGenerator<RunFileItem> {
  let run: OpenRun | undefined;
  let place = file;
  for await (const line of linesOf(file, mostLineBytes)) {
    place = `${file}:${line.number}`;
    const value = parseLine(line, place);
    if (run === undefined || run.left === 0) {
      const header = checked(value, headerSchema, place) as unknown as RunFileHeader;
      run = { left: header.samples, ids: new Set() };
      yield { place, line: JSON.stringify(value), entry: { run: header.run } };
    } else {
      const row = checked(value, rowSchema, place) as unknown as LedgerRow;
      count(run, row, place);
      yield { place, line: JSON.stringify(value), entry: row };
    }
  }
  if (run === undefined) throw wrong(place, 'the file is empty');
  if (run.left > 0) throw wrong(place, `the file ends here, and ${run.left} samples of the run are missing`);
}

interface OpenRun {
  /** Samples that must still come. */
  left: number;
  readonly ids: Set<string>;
}

function count(run: OpenRun, { sample }: LedgerRow, place: string): void {
  if (run.ids.has(sample.id)) throw wrong(place, `a second sample has the id ${JSON.stringify(sample.id)}`);
  run.ids.add(sample.id);
  run.left -= 1;
}

async function* linesOf(file: string, mostLineBytes: number): AsyncGenerator<NumberedLine> {
  const bytes = createReadStream(file);
  const unpack = compressionOf(file)?.unpack();
  // Trouble of either stream ends the other and reaches the reader.
  const chunks = unpack ? pipeline(bytes, unpack, () => undefined) : bytes;
  try {
    yield* readLines(chunks as AsyncIterable<Buffer>, mostLineBytes);
  } catch (error) {
    throw readError(file, error);
  } finally {
    chunks.destroy();
  }
}

function readError(file: string, error: unknown): unknown {
  if (error instanceof RangeError) return wrong(`${file}:${error.message}`, '');
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return new FathomError('missing', `The file ${file} cannot be read: ${message}.`, {
      fix: 'Check the path and its permissions.',
      cause: error,
    });
  }
  if (code?.startsWith('Z_') || code?.startsWith('ERR_ZSTD') || code?.startsWith('ZSTD_'))
    return wrong(file, `cannot be unpacked (${message})`, error);
  return error;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parseLine({ bytes }: NumberedLine, place: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch (cause) {
    throw wrong(place, cause instanceof SyntaxError ? `not a whole JSON value (${bytes.length} bytes)` : 'not UTF-8', cause);
  }
  const hostile = hostileJson(value);
  if (hostile !== undefined) throw wrong(place, hostile);
  return value;
}

/** The value itself, not what the schema makes of it: a run goes out again as it came in. */
function checked<T>(value: unknown, schema: z.ZodType<T>, place: string): unknown {
  const { success, error } = schema.safeParse(value);
  if (success) return value;
  const [issue] = error.issues;
  if (isNewer(value)) throw newer(place);
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw wrong(place, `${where}${issue?.message ?? 'not valid'}`);
}

function isNewer(value: unknown): boolean {
  const { format, version } = (value ?? {}) as Partial<RunFileHeader>;
  return format === RUN_FILE_FORMAT && typeof version === 'number' && version > RUN_FILE_VERSION;
}

function newer(place: string): FathomError {
  return new FathomError('data', `${place}: the file was written by a newer Fathom.`, { fix: 'Update Fathom.' });
}

function wrong(place: string, what: string, cause?: unknown): FathomError {
  return new FathomError('data', what === '' ? place : `${place}: ${what}`, {
    fix: 'Export the run again: fathom export RUN -o FILE. Nothing was imported.',
    ...(cause !== undefined && { cause }),
  });
}
