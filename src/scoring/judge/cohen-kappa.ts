/** How well two raters agree. `kappa` is null where it is not defined: no items, or both always say the same one thing. */
export interface Agreement {
  readonly kappa: number | null;
  /** Share of items with the same label; null for none. */
  readonly observed: number | null;
  /** The share that chance would give. */
  readonly expected: number | null;
  readonly n: number;
}

/**
 * Cohen's kappa of pairs of labels, such as a judge's and a person's: (observed − expected) / (1 − expected).
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37–46.
 */
export function cohenKappa<L extends string | number | boolean>(pairs: readonly (readonly [L, L])[]): Agreement {
  const n = pairs.length;
  if (n === 0) return { kappa: null, observed: null, expected: null, n };
  const labels = new Set(pairs.flat());
  const share = (of: (pair: readonly [L, L]) => boolean) => pairs.filter(of).length / n;
  const observed = share(([one, two]) => one === two);
  const expected = [...labels].reduce((sum, label) => sum + share(([one]) => one === label) * share(([, two]) => two === label), 0);
  // Of one label in all pairs, the product of the shares is exactly 1.
  return { kappa: expected === 1 ? null : (observed - expected) / (1 - expected), observed, expected, n };
}
