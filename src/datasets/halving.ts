/** A number of [0, 1) for each turn that halves what is left: 0, 1/2, 1/4, 3/4, 1/8, 5/8, … (van der Corput's sequence), so that a few turns are spread over all of it. */
export function halving(turn: number): number {
  let [value, part] = [0, 0.5];
  for (let left = turn; left > 0; left = Math.floor(left / 2)) {
    value += (left % 2) * part;
    part /= 2;
  }
  return value;
}
