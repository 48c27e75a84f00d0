import { seededRandom } from '../../core/index.ts';
import { HOW_TO_WORDS } from './how-to-words.ts';
import type { DumpRow } from './dump-row.ts';

/** Grows whenever the questions of the same language and seed change. */
export const HOW_TO_VERSION = 1;

const SIDES = ['things', 'troubles', 'places', 'limits'] as const;

/**
 * Questions about repairs with their answers, for runs without a dump. A question has four sides (thing, trouble, place, limit); its accepted answer deals with all four in
 * other words, and every other answer with another thing, trouble, place or limit. The questions of a smaller number are the first of a larger one;
 * there are 6,144 at most.
 */
export function makeHowTo({
  language,
  seed,
  count,
}: {
  readonly language: 'en' | 'zh';
  readonly seed: number;
  readonly count: number;
}): DumpRow[] {
  const words = HOW_TO_WORDS[language];
  const sizes = SIDES.map((side) => words[side].length);
  const all = sizes.reduce((product, size) => product * size, 1);
  const random = seededRandom(seed, 'ada-leval', 'how-to', language);
  const order = random.shuffle(Array.from({ length: all }, (_, i) => i)).slice(0, count);
  const sidesOf = (number: number) =>
    sizes.map((size, i) => Math.floor(number / sizes.slice(0, i).reduce((product, each) => product * each, 1)) % size);
  const said = (sides: readonly number[], which: 0 | 1) => SIDES.map((side, i) => words[side][sides[i]!]![which]);
  const answer = (sides: readonly number[]) => said(sides, 1).join(words.between);
  return order.map((number) => {
    const sides = sidesOf(number);
    const [thing, trouble, place, limit] = said(sides, 0) as [string, string, string, string];
    const wrong = random
      .sample(
        SIDES.map((_, i) => i),
        2,
      )
      .map((side) => sides.with(side, (sides[side]! + 1 + random.below(sizes[side]! - 1)) % sizes[side]!));
    return {
      question: words.question(thing, trouble, [place, limit]),
      answers: [{ text: answer(sides), accepted: true }, ...wrong.map((other) => ({ text: answer(other) }))],
    };
  });
}
