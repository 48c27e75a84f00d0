/** Code point that starts at byte `at` of valid UTF-8; -1 outside the buffer. */
export function codePointAt(bytes: Uint8Array, at: number): number {
  if (at < 0 || at >= bytes.length) return -1;
  const lead = bytes[at]!;
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | tail(bytes, at + 1);
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (tail(bytes, at + 1) << 6) | tail(bytes, at + 2);
  return ((lead & 0x07) << 18) | (tail(bytes, at + 1) << 12) | (tail(bytes, at + 2) << 6) | tail(bytes, at + 3);
}

/** True when a character starts at byte `at` of valid UTF-8, or the text ends there. */
export function startsCharacter(bytes: Uint8Array, at: number): boolean {
  return at === bytes.length || (bytes[at]! & 0xc0) !== 0x80;
}

/** Start of the character that holds byte `at`: `at` itself when a character starts there. */
export function characterStart(bytes: Uint8Array, at: number): number {
  let start = Math.min(at, bytes.length);
  while (start > 0 && !startsCharacter(bytes, start)) start -= 1;
  return start;
}

/** Text of `bytes[from, to)`. Unlike TextDecoder this keeps a leading U+FEFF. */
export function utf8Text(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}

/** Byte offset of the first thing that is no UTF-8 (overlong forms and surrogates included); -1 when all is valid. */
export function firstInvalidByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Length of the valid sequence at `at`, 0 when there is none (Unicode 16, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  const second = bytes[at + 1]!;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let i = 2; i < length; i += 1) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}

function tail(bytes: Uint8Array, at: number): number {
  return bytes[at]! & 0x3f;
}

/** The UTF-8 lengths of a text's beginnings: byte offsets of ascending UTF-16 offsets, none of them inside a surrogate pair. */
export function byteOffsets(text: string, ascending: readonly number[]): number[] {
  let byte = 0;
  let seen = 0;
  return ascending.map((at) => {
    byte += Buffer.byteLength(text.slice(seen, at));
    seen = at;
    return byte;
  });
}
