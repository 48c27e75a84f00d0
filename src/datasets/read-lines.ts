import { createReadStream } from 'node:fs';
import { FathomError } from '../core/index.ts';

/** A line of a file without its end. `line`: from 1. `bytes` is absent for a line longer than {@link LONGEST_LINE_BYTES}. */
export interface Line {
  readonly line: number;
  readonly bytes?: Buffer;
}

/** A longer line is no text that JavaScript can hold: strings end at 2²⁹ − 24 code units. */
export const LONGEST_LINE_BYTES = 536_870_000;

const LINE_END = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const READ_BYTES = 1 << 20;

/**
 * The lines of a file, one at a time: memory holds one line. Ends are LF or CRLF; a byte order mark at the start is dropped.
 * Throws FathomError `missing` when the file cannot be read.
 */
export async function* readLines(file: string, { longestBytes = LONGEST_LINE_BYTES } = {}): AsyncGenerator<Line, void> {
  let [parts, size, number] = [[] as Buffer[], 0, 0];
  const keep = (part: Buffer) => {
    size += part.length;
    if (size <= longestBytes) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const line = ++number;
    const bytes = size <= longestBytes ? withoutMarks(Buffer.concat(parts), line === 1) : undefined;
    [parts, size] = [[], 0];
    return bytes === undefined ? { line } : { line, bytes };
  };
  for await (const chunk of chunksOf(file)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

async function* chunksOf(file: string): AsyncGenerator<Buffer, void> {
  try {
    yield* createReadStream(file, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>;
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new FathomError('missing', `Cannot read ${file}: ${cause.message}`, { fix: 'Check the path and its permissions.', cause });
  }
}

function withoutMarks(bytes: Buffer, isFirst: boolean): Buffer {
  const from = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.subarray(from, bytes.at(-1) === CARRIAGE_RETURN ? -1 : undefined);
}
