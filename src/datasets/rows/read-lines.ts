/** A line of a text without its end. `line`: from 1. `bytes` is absent for a line longer than {@link LONGEST_BYTES}. */
export interface Line {
  readonly line: number;
  readonly bytes?: Buffer;
}

/** Longer rows are no text that JavaScript can hold: strings end at 2²⁹ − 24 code units. */
export const LONGEST_BYTES = 536_870_000;

const LINE_END = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The lines of a text, one at a time: memory holds one line. Ends are LF or CRLF; a byte order mark at the start is dropped. */
export async function* readLines(chunks: AsyncIterable<Buffer>, { longestBytes = LONGEST_BYTES } = {}): AsyncGenerator<Line, void> {
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
  for await (const chunk of chunks) {
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

function withoutMarks(bytes: Buffer, isFirst: boolean): Buffer {
  const from = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.subarray(from, bytes.at(-1) === CARRIAGE_RETURN ? -1 : undefined);
}
