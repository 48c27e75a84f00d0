/**
 * Where the published generator puts needles, in haystack tokens before each needle (§ `_generate_context` of origin, parallel, multi).
 * Percentages are divided by 100 before they are multiplied, as in the source: the order shows in the last bit of a float.
 */

/** `int(tokens * (percent / 100))` */
export function tokensAtDepth(haystackTokens: number, depthPercent: number): number {
  return Math.trunc(haystackTokens * (depthPercent / 100));
}

/** Multi-needle reasoning: distance between needles, in percent of the haystack. */
export const NEEDLE_DISTANCE_PERCENT = 10;

/**
 * Multi-needle reasoning: the published double shift. Each place already counts the needles before it, and inserting a needle moves all later
 * places once more, so that the tokens of earlier needles are haystack that stands before needle i; at the end of the haystack it stops.
 */
export function doubleShiftPlaces(haystackTokens: number, depthPercent: number, needleTokens: readonly number[]): number[] {
  const places: number[] = [];
  let lengths = 0;
  for (const i of needleTokens.keys()) {
    const wanted =
      i === 0
        ? tokensAtDepth(haystackTokens, depthPercent)
        : Math.trunc(places[i - 1]! + needleTokens[i - 1]! + haystackTokens * (NEEDLE_DISTANCE_PERCENT / 100));
    places.push(Math.min(wanted, haystackTokens + lengths));
    lengths += needleTokens[i]!;
  }
  return places.map((place) => Math.min(place, haystackTokens));
}

/** Multi-needle retrieval: needle i at depth i; the shift by earlier needles cancels out. */
export function retrievalPlaces(haystackTokens: number, depths: readonly number[]): number[] {
  return depths.map((depth) => Math.min(tokensAtDepth(haystackTokens, depth), haystackTokens));
}
