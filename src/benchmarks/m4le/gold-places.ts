import { halving } from '../../datasets/index.ts';

/** The places that a gold text may have among n texts (M4LE): the first, the fifth, and every fifth after it; of 200 texts and more, every tenth. */
export function goldPlaces(texts: number): readonly number[] {
  const step = texts >= 200 ? 10 : 5;
  return [0, ...Array.from({ length: Math.floor(texts / step) }, (_, i) => (i + 1) * step - 1)].filter((place) => place < texts);
}

/**
 * The place of a repeat's gold text. Deviation: the published code walks from first to last, as 200 instances go round several times; ours halves
 * what is left each time, so that a few repeats are spread over the whole text.
 */
export function goldPlace(texts: number, repeat: number): number {
  const places = goldPlaces(texts);
  return places[Math.floor(halving(repeat) * places.length)]!;
}

/** How much of the texts stands before one of them, in percent, to the nearest quarter. */
export function depthStep(place: number, texts: number): number {
  return texts < 2 ? 0 : Math.round((4 * place) / (texts - 1)) * 25;
}
