import { EFFECTIVE_THRESHOLD, sequentialTest, type SequentialTestOptions } from '../../stats/index.ts';
import { testLength, type LengthState } from './length-test.ts';
import type { SearchOutcomes } from './search-outcome.ts';
import type { SearchPlan } from './search-plan.ts';

/** How an effective length is searched for. */
export interface SearchOptions extends SequentialTestOptions {
  /** Scores after which the mean decides at a length. */
  readonly maxPerLength: number;
  /** Also tests the next shorter and the next longer length, to find out whether the curve is monotone there. */
  readonly verify: boolean;
}

/** Defaults of a search. The zone of indifference narrows where the threshold is near 0 or 1, see {@link defaultDelta}. */
export const DEFAULT_SEARCH: SearchOptions = {
  threshold: EFFECTIVE_THRESHOLD,
  delta: 0.07,
  alpha: 0.05,
  beta: 0.05,
  maxPerLength: 110,
  verify: false,
};

/** ± 7 points, or half the way to the nearer end of 0–1. */
export function defaultDelta(threshold: number): number {
  return Math.min(DEFAULT_SEARCH.delta, threshold / 2, (1 - threshold) / 2);
}

/** Where a search stands. */
export interface SearchState {
  readonly status: 'asking' | 'found' | 'inconclusive';
  /** Lengths in the order in which they were tested; the last one may be undecided. */
  readonly tested: readonly LengthState[];
  /** Samples to ask now, in planned order, all of one length. */
  readonly wanted: readonly string[];
  /** The longest tested length that passes and is shorter than every failing one; `null`: none. */
  readonly passesTokens: number | null;
  /** The shortest tested length that does not pass; `null`: none. */
  readonly failsTokens: number | null;
  /** Tested lengths beyond the failing one that pass all the same: the curve is not monotone. */
  readonly passingBeyond: readonly number[];
}

/**
 * Bisection over the lengths of the plan, with a sequential test at each length visited. It takes for granted that no length passes which is
 * longer than one that fails; what contradicts this is reported. A pure function of the outcomes: the same outcomes give the same state, so a
 * search that was stopped goes on where it was, and a finished grid can be asked what a search would have found.
 */
export function searchState(plan: SearchPlan, outcomes: SearchOutcomes, options: SearchOptions): SearchState {
  const tests = { test: sequentialTest(options), maxPerLength: options.maxPerLength };
  const tested = new Map<number, LengthState>();
  for (;;) {
    const next = nextLength(tested, plan.pools.length, options.verify);
    if (next === undefined) return stateOf(tested, 'found');
    const state = testLength(plan.pools[next]!, outcomes, tests);
    tested.set(next, state);
    if (state.decision === undefined) return stateOf(tested, 'asking');
    if (state.decision === 'inconclusive') return stateOf(tested, 'inconclusive');
  }
}

/** The most lengths that bisection of `count` lengths visits. */
export function mostTested(count: number): number {
  return Math.ceil(Math.log2(count + 1));
}

function nextLength(tested: ReadonlyMap<number, LengthState>, count: number, verify: boolean): number | undefined {
  const { passing, failing } = bracketOf(tested, count);
  if (failing - passing > 1) return (passing + failing) >> 1;
  if (!verify) return undefined;
  const refused = tested.get(failing)?.decision === 'refused';
  const neighbours = [passing - 1, ...(refused ? [] : [failing + 1])];
  return neighbours.find((place) => place >= 0 && place < count && !tested.has(place));
}

/** The first failing place (`count`: none) and the last passing one before it (−1: none). */
function bracketOf(tested: ReadonlyMap<number, LengthState>, count: number): { readonly passing: number; readonly failing: number } {
  const places = (isPassing: boolean) =>
    [...tested].filter(([, { decision }]) => decision && (decision === 'passes') === isPassing).map(([place]) => place);
  const failing = Math.min(count, ...places(false));
  return { failing, passing: Math.max(-1, ...places(true).filter((place) => place < failing)) };
}

function stateOf(tested: ReadonlyMap<number, LengthState>, status: SearchState['status']): SearchState {
  const known = [...tested.values()].filter(({ decision }) => decision && decision !== 'inconclusive');
  const lengths = (isPassing: boolean) => known.filter(({ decision }) => (decision === 'passes') === isPassing).map((s) => s.lengthTokens);
  const failsTokens = Math.min(Number.POSITIVE_INFINITY, ...lengths(false));
  const passesTokens = Math.max(0, ...lengths(true).filter((length) => length < failsTokens));
  return {
    status,
    tested: [...tested.values()],
    wanted: [...tested.values()].at(-1)?.wanted ?? [],
    passesTokens: passesTokens === 0 ? null : passesTokens,
    failsTokens: failsTokens === Number.POSITIVE_INFINITY ? null : failsTokens,
    passingBeyond: lengths(true)
      .filter((length) => length > failsTokens)
      .toSorted((a, b) => a - b),
  };
}
