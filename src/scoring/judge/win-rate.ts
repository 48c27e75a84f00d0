import type { PairOutcome, Verdict } from './ask-judge.ts';

/** How an answerer fared against another. `rate`: (wins + ties / 2) over all verdicts that could be read, as L-Eval counts them; null for none. */
export interface WinRate {
  readonly rate: number | null;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** Verdicts that are missing. */
  readonly missing: number;
  /** Share of pairs whose two orders agree, of those with two verdicts; null for none. Low: the judge looks at the order. */
  readonly consistency: number | null;
}

/** Adds up the verdicts of pairs that were compared in both orders: two verdicts a pair. */
export function winRate(pairs: readonly (readonly [Verdict<PairOutcome>, Verdict<PairOutcome>])[]): WinRate {
  const outcomes = pairs.flat().flatMap((each) => ('verdict' in each ? [each.verdict] : []));
  const count = (outcome: PairOutcome) => outcomes.filter((each) => each === outcome).length;
  const [wins, ties, losses] = [count('win'), count('tie'), count('loss')];
  const both = pairs.flatMap(([one, two]) => ('verdict' in one && 'verdict' in two ? [one.verdict === two.verdict] : []));
  return {
    rate: outcomes.length === 0 ? null : (wins + ties / 2) / outcomes.length,
    wins,
    ties,
    losses,
    missing: 2 * pairs.length - outcomes.length,
    consistency: both.length === 0 ? null : both.filter(Boolean).length / both.length,
  };
}
