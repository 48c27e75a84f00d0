import { seededRandom } from '../../core/index.ts';

/** Words of today that the built-in prose, which is set in former centuries, never uses; most are one token. */
export const CODE_WORDS: readonly string[] = `
  zebra laptop pizza rocket tiger robot piano guitar penguin jaguar banana tomato modem laser video
  kangaroo dolphin cactus jungle volcano ninja pixel camera airport soccer tennis vanilla sushi safari
  unicorn helicopter keyboard saturn neptune karate plastic satellite chocolate avocado
`
  .trim()
  .split(/\s+/);

/** Different words for every prompt, so that no answer can come from an earlier one and no cached prefix is shared. */
export function drawCodeWords(count: number, place: { readonly seed: number; readonly nth: number }): readonly string[] {
  return seededRandom(place.seed, 'context-probe', place.nth)
    .shuffle([...CODE_WORDS])
    .slice(0, count);
}

/** Which of these words an answer repeats, whatever stands around them. */
export function repeatedWords(answer: string, words: readonly string[]): readonly boolean[] {
  const said = answer.toLowerCase();
  return words.map((word) => new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, 'u').test(said));
}
