/** A line of a file, without its line end. `number` is 1 for the first. */
export interface NumberedLine {
  readonly number: number;
  readonly bytes: Buffer;
}

const LINE_FEED = 10;

/**
 * Splits bytes into lines and holds one line at a time. The last line may lack its line end; empty lines are passed over.
 * Throws a RangeError with the line's number in front when a line has more than `mostBytes`.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<NumberedLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
    if (length > mostBytes) throw new RangeError(`${number}: the line has more than ${mostBytes} bytes`);
  };
  const take = (): NumberedLine => {
    const line = { number: number++, bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts) };
    [parts, length] = [[], 0];
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, to));
      from = to + 1;
      const line = take();
      if (line.bytes.length > 0) yield line;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
