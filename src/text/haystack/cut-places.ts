import { byteOffsets, characterStart, utf8Text } from '../utf8.ts';
import type { Tape, TapePosition } from './tape.ts';

const REACH_BYTES = 900;
const WORD_CUT = /(?<=\S)(?=\s)|(?<=[\p{Script=Han}，。；、：？！”’．])/gu;
const CHARACTER_CUT = /(?=[\s\S])/gu;

/** Places near `around` where a haystack may end, in tape order: after words (in Chinese after characters), or after any character. */
export function cutPlaces(tape: Tape, around: TapePosition, unit: 'word' | 'character'): TapePosition[] {
  const { bytes } = tape.index.corpus;
  const pattern = unit === 'word' ? WORD_CUT : CHARACTER_CUT;
  return regionsNear(tape, around).flatMap(({ segment, from, to }) => {
    const text = utf8Text(bytes, from, to);
    const cuts = Array.from(text.matchAll(pattern), ({ index }) => index);
    return [...byteOffsets(text, cuts).map((offset) => from + offset), to].map((byte) => ({ segment, byte }));
  });
}

/** The bytes near a place; near the edge of a document, those of its neighbour too. */
function regionsNear(tape: Tape, around: TapePosition): { segment: number; from: number; to: number }[] {
  const { bytes } = tape.index.corpus;
  const regions = [];
  for (const segment of [around.segment - 1, around.segment, around.segment + 1]) {
    const span = tape.segments[segment];
    if (span === undefined) continue;
    const centre = segment < around.segment ? span.to : segment > around.segment ? span.from : around.byte;
    const from = Math.max(span.from, characterStart(bytes, Math.max(0, centre - REACH_BYTES)));
    const to = Math.min(span.to, characterStart(bytes, centre + REACH_BYTES));
    const isNear =
      segment === around.segment ||
      Math.abs(around.byte - (segment < around.segment ? edge(tape, around).from : edge(tape, around).to)) < REACH_BYTES;
    if (isNear && to > from) regions.push({ segment, from, to });
  }
  return regions;
}

function edge(tape: Tape, position: TapePosition) {
  return tape.segments[position.segment]!;
}
