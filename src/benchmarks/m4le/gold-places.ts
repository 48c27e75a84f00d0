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

/** 0, 1/2, 1/4, 3/4, 1/8, 5/8, …: van der Corput's sequence. */
function halving(n: number): number {
  let [value, part] = [0, 0.5];
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    value += (left % 2) * part;
    part /= 2;
  }
  return value;
}

/** How much of the texts stands before one of them, in percent, to the nearest quarter. */
export function depthStep(place: number, texts: number): number {
  return texts < 2 ? 0 : Math.round((4 * place) / (texts - 1)) * 25;
}
