const BYTES = 256;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const HEX = '0123456789abcdef';

/** Bytes that one byte of UTF-8 takes inside a JSON string: 1, 2 for `"`, `\` and the short escapes, 6 for the other control characters. */
const ESCAPED_BYTES = new Uint8Array(BYTES).fill(1).fill(6, 0, 0x20);
/** Second byte of a short escape, 0 where there is none. */
const SHORT_ESCAPE = new Uint8Array(BYTES);
for (const [byte, letter] of Object.entries({ 8: 'b', 9: 't', 10: 'n', 12: 'f', 13: 'r', [QUOTE]: '"', [BACKSLASH]: '\\' })) {
  ESCAPED_BYTES[Number(byte)] = 2;
  SHORT_ESCAPE[Number(byte)] = letter.charCodeAt(0);
}

/** Length in bytes of UTF-8 text inside a JSON string. */
export function escapedLength(bytes: Uint8Array): number {
  let length = 0;
  // A counted loop over the table: three times as fast as anything with a callback, and it runs over every byte of every prompt.
  for (let i = 0; i < bytes.length; i++) length += ESCAPED_BYTES[bytes[i]!]!;
  return length;
}

/**
 * UTF-8 text escaped for the inside of a JSON string, byte for byte what JSON.stringify writes (RFC 8259, 7): only `"`, `\` and bytes below
 * 0x20 change, so the text need not be decoded and a slice may end inside a character. Returns a new buffer.
 */
export function escapeJson(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const escaped = Buffer.allocUnsafe(escapedLength(bytes));
  let to = 0;
  let from = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (ESCAPED_BYTES[byte] === 1) continue;
    to += source.copy(escaped, to, from, i);
    to = writeEscape(escaped, to, byte);
    from = i + 1;
  }
  source.copy(escaped, to, from);
  return escaped;
}

function writeEscape(out: Buffer, at: number, byte: number): number {
  const short = SHORT_ESCAPE[byte]!;
  if (short === 0) return at + out.write(`\\u00${HEX[byte >> 4]}${HEX[byte & 15]}`, at, 'latin1');
  out[at] = BACKSLASH;
  out[at + 1] = short;
  return at + 2;
}
