/** How many items there are at most, how long a prompt may be, and how long it is with so many. */
export interface FitCount {
  readonly most: number;
  /** So many are known to fit. Default 0. */
  readonly least?: number;
  readonly lengthTokens: number;
  /** Grows with the count, but for a token or two at the joints. */
  tokensOf(count: number): number;
}

/** Probes that are guessed from the one before; after them the rest is halved. */
const GUESSES = 6;

/**
 * The largest number of items whose prompt is short enough, `least` where one more is too long already. Guesses from the tokens of an item, as counting a prompt of
 * thousands is dear: half a dozen counts are enough where items are about alike.
 */
export function mostThatFit({ most, least = 0, lengthTokens, tokensOf }: FitCount): number {
  let [low, high, guess] = [least, most + 1, Math.min(least + 16, most)];
  for (let probe = 0; high - low > 1; probe++) {
    const count = probe < GUESSES ? Math.max(low + 1, Math.min(high - 1, guess)) : (low + high) >> 1;
    const tokens = tokensOf(count);
    if (tokens <= lengthTokens) low = count;
    else high = count;
    guess = Math.floor((count * lengthTokens) / Math.max(1, tokens));
  }
  return low;
}
