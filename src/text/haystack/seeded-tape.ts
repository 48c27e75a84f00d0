import { seededRandom, type PythonRandom, type TokenIndex } from '../../core/index.ts';
import { createTape, tapeOf, type Tape } from './tape.ts';

/**
 * The haystack of one repeat. It depends on seed, language and repeat only, so that prompts of every length and depth share prefixes.
 * Repeat 0 reads the corpus as it stands. Later repeats shuffle its documents; a corpus of one document starts at another paragraph
 * and comes back to its beginning at the end.
 */
export function seededTape(index: TokenIndex, options: { readonly seed: number; readonly repeat: number }): Tape {
  const { seed, repeat } = options;
  if (repeat === 0) return createTape(index);
  const random = seededRandom(seed, 'haystack', index.corpus.language, repeat);
  const count = index.corpus.documents.length - 1;
  return count === 1 ? rotated(index, random) : createTape(index, random.shuffle(Array.from({ length: count }, (_, i) => i)));
}

function rotated(index: TokenIndex, random: PythonRandom): Tape {
  const { bytes } = index.corpus;
  const start = paragraphStart(bytes, random.below(bytes.length));
  return tapeOf(
    index,
    [0],
    [
      { from: start, to: bytes.length },
      { from: 0, to: start },
    ],
  );
}

const NEWLINE = 0x0a;

/** The first byte of the first line that starts after `from` and holds something; 0 if there is none. */
function paragraphStart(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(NEWLINE, from);
  while (at >= 0 && bytes[at] === NEWLINE) at = at + 1 < bytes.length ? at + 1 : -1;
  return Math.max(0, at);
}
