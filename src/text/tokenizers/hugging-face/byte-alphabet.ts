/*
 * GPT-2's byte alphabet, used by every ByteLevel tokenizer: printable Latin-1 bytes stand for themselves, the others
 * for U+0100 and up, in order (Radford et al. 2019, encoder.py of the released code).
 */
const PRINTABLE: readonly (readonly [number, number])[] = [
  [0x21, 0x7e],
  [0xa1, 0xac],
  [0xae, 0xff],
];

const byteOf: ReadonlyMap<string, number> = new Map(alphabet().map((character, byte) => [character, byte]));

/** The bytes that a vocabulary entry stands for; undefined when it is not written in the byte alphabet. */
export function bytesOfEntry(entry: string): Uint8Array | undefined {
  const bytes = Uint8Array.from(entry, (character) => byteOf.get(character) ?? 0);
  return Array.from(entry).every((character) => byteOf.has(character)) ? bytes : undefined;
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
