import { LONGEST_BYTES, type Line } from './read-lines.ts';

/** An element of a top-level array, or an entry (`"key": value`) of a top-level object, as bytes, with the line that it begins on. */
export type Element = Line;

/** What the text is, and its elements. `fault`: what broke the text, after the last whole element. */
export type JsonElement = ({ readonly of: 'array' | 'object' } & Element) | { readonly line: number; readonly fault: string };

const [QUOTE, BACKSLASH, COMMA, LINE_END] = [0x22, 0x5c, 0x2c, 0x0a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Cuts a JSON text with one array or object at its top into its elements without parsing them: memory holds one element, however long the text. Whether an
 * element is JSON is for its reader to find out.
 */
export async function* jsonElements(
  chunks: AsyncIterable<Buffer>,
  { longestBytes = LONGEST_BYTES } = {},
): AsyncGenerator<JsonElement, void> {
  let of: 'array' | 'object' | undefined;
  let [depth, line, beganAt, place] = [0, 1, 0, 0];
  let [inString, isEscaped, isClosed, isAfterComma] = [false, false, false, false];
  let [parts, size] = [[] as Buffer[], 0];
  const keep = (part: Buffer) => {
    size += part.length;
    if (size <= longestBytes) parts.push(part);
    else parts = [];
  };
  const take = (): JsonElement => {
    const element = { of: of!, line: beganAt, ...(size <= longestBytes && { bytes: Buffer.concat(parts) }) };
    [parts, size, beganAt] = [[], 0, 0];
    return element;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++, place++) {
      const byte = chunk[at]!;
      if (byte === LINE_END) line++;
      if (inString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) inString = false;
        continue;
      }
      if (byte <= 0x20 || (place < 3 && byte === BYTE_ORDER_MARK[place])) continue;
      if (isClosed) return yield { line, fault: 'something stands after the end of the JSON value' };
      if (depth === 0) {
        if (byte !== OPEN_LIST && byte !== OPEN_OBJECT) return yield { line, fault: 'expected a JSON array or object' };
        of = byte === OPEN_LIST ? 'array' : 'object';
        [depth, from] = [1, at + 1];
        continue;
      }
      const ends = depth === 1 && (byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT);
      if (ends) {
        if (beganAt === 0 && (byte === COMMA || isAfterComma)) return yield { line, fault: 'an element is missing at a comma' };
        if (byte !== COMMA && (byte === CLOSE_LIST) !== (of === 'array'))
          return yield { line, fault: 'the wrong bracket closes the JSON value' };
        if (beganAt > 0) {
          keep(chunk.subarray(from, at));
          yield take();
        }
        [from, isAfterComma, isClosed] = [at + 1, byte === COMMA, byte !== COMMA];
        continue;
      }
      if (beganAt === 0) [beganAt, from] = [line, at];
      if (byte === QUOTE) inString = true;
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth++;
      else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
    }
    if (beganAt > 0) keep(chunk.subarray(from));
  }
  if (!isClosed) yield { line, fault: 'the JSON value is torn: its end is missing' };
}
