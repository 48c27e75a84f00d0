/*
 * GPT-2's byte alphabet, used by every ByteLevel tokenizer: printable Latin-1 bytes stand for themselves, the others
 * for U+0100 and up, in order (Radford et al. 2019, encoder.py of the released code).
 */
const PRINTABLE: readonly (readonly [number, number])[] = [
  [0x21, 0x7e],
  [0xa1, 0xac],
  [0xae, 0xff],
];

/** Byte of each character by UTF-16 unit, -1 outside the alphabet: its last character is U+0143. */
const byteOf = new Int16Array(0x144).fill(-1);
for (const [byte, character] of alphabet().entries()) byteOf[character.charCodeAt(0)] = byte;

/** The bytes that a vocabulary entry stands for; undefined when it is not written in the byte alphabet. */
export function bytesOfEntry(entry: string): Uint8Array | undefined {
  const bytes = new Uint8Array(entry.length);
  for (let i = 0; i < entry.length; i += 1) {
    const byte = byteOf[entry.charCodeAt(i)] ?? -1;
    if (byte < 0) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

/** The vocabulary entry for these bytes. */
export function entryOfBytes(bytes: Uint8Array): string {
  const characters = alphabet();
  return Array.from(bytes, (byte) => characters[byte]!).join('');
}

function alphabet(): string[] {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    if (PRINTABLE.some(([from, to]) => byte >= from && byte <= to)) return String.fromCharCode(byte);
    next += 1;
    return String.fromCharCode(next - 1);
  });
}
