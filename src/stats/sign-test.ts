/** Outcome of a sign test. `p` is two-sided and exact; 1 when no pair differs. */
export interface SignTest {
  /** Pairs that rose. */
  readonly up: number;
  /** Pairs that fell. */
  readonly down: number;
  readonly ties: number;
  readonly p: number;
}

/**
 * Exact two-sided sign test over paired differences; ties carry no information and are left out. For right/wrong answers this is
 * McNemar's exact test.
 */
export function signTest(differences: Iterable<number>): SignTest {
  let up = 0;
  let down = 0;
  let ties = 0;
  for (const difference of differences) {
    if (difference > 0) up++;
    else if (difference < 0) down++;
    else ties++;
  }
  return { up, down, ties, p: Math.min(1, 2 * binomialHalfTail(up + down, Math.min(up, down))) };
}

/** P(X ≤ k) for X of n fair coins, summed in logarithms so that n in the thousands does not underflow. */
function binomialHalfTail(n: number, k: number): number {
  let logTerm = -n * Math.LN2;
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= k; i++) {
    logTerm += Math.log(n - i + 1) - Math.log(i);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
