import { scoresToVerdict, verdictOf, type ScoreSum, type SequentialTest } from '../../stats/index.ts';
import type { LengthPool } from './search-plan.ts';
import { UNNEEDED, type SearchOutcome, type SearchOutcomes } from './search-outcome.ts';

/**
 * `passes`, `fails`: the mean score against the threshold. `refused`: the model takes no prompt of this length.
 * `inconclusive`: too many samples have no score.
 */
export type LengthDecision = 'passes' | 'fails' | 'refused' | 'inconclusive';

/** How a length was tested so far. */
export interface LengthState {
  readonly lengthTokens: number;
  /** Scores that the decision rests on, in planned order. */
  readonly scores: ScoreSum;
  /** Samples in between that were asked and have no score. */
  readonly missing: number;
  /** Samples of the planned order that were gone through: scored, missing, or unneeded. */
  readonly walked: number;
  readonly decision?: LengthDecision;
  /** True: neither verdict came before the last sample allowed, so the mean decided, without an error bound. */
  readonly capped: boolean;
  /** What to ask now, in planned order: no more than the verdict that the evidence leans to would take. Empty once decided. */
  readonly wanted: readonly string[];
}

/** What a length is tested with. */
export interface LengthTestOptions {
  readonly test: SequentialTest;
  /** Scores after which the mean decides. */
  readonly maxPerLength: number;
}

/** From so many samples without a score on, and beyond this share of all, a length is inconclusive. */
const MOST_MISSING = { count: 5, share: 0.2 };
/** So many refusals for length, without a single score, show that no prompt of the length is taken. */
const REFUSALS = 2;

interface Tally {
  readonly scores: { n: number; sum: number };
  missing: number;
  refusals: number;
}

/**
 * Walks the outcomes of a length in planned order, up to the first one that is not there yet. What came in ahead of its turn counts when its
 * turn comes, or never: the decision does not depend on which answer was the fastest.
 */
export function testLength(pool: LengthPool, outcomes: SearchOutcomes, options: LengthTestOptions): LengthState {
  const tally: Tally = { scores: { n: 0, sum: 0 }, missing: 0, refusals: 0 };
  let decision: LengthDecision | undefined;
  let at = 0;
  for (; at < pool.candidates.length && !decision && tally.scores.n < options.maxPerLength; at++) {
    const outcome = outcomes.get(pool.candidates[at]!.id);
    if (outcome === undefined) break;
    add(tally, outcome);
    decision = decisionOf(tally, options.test);
  }
  const capped = !decision && (at === pool.candidates.length || tally.scores.n === options.maxPerLength);
  const decided = decision ?? (capped ? byMean(tally.scores, options.test) : undefined);
  return {
    lengthTokens: pool.lengthTokens,
    scores: tally.scores,
    missing: tally.missing,
    walked: at,
    ...(decided && { decision: decided }),
    capped,
    wanted: decided ? [] : wantedFrom(pool.candidates.slice(at), outcomes, wantedCount(tally.scores, options)),
  };
}

function add(tally: Tally, outcome: SearchOutcome): void {
  if ('score' in outcome) {
    tally.scores.n++;
    tally.scores.sum += outcome.score;
  } else if (outcome.missing !== UNNEEDED) {
    tally.missing++;
    tally.refusals += Number(outcome.missing === 'context');
  }
}

function decisionOf({ scores, missing, refusals }: Tally, test: SequentialTest): LengthDecision | undefined {
  if (refusals >= REFUSALS && scores.n === 0) return 'refused';
  if (missing >= MOST_MISSING.count && missing > MOST_MISSING.share * (missing + scores.n)) return 'inconclusive';
  return scores.n === 0 ? undefined : verdictOf(test, scores);
}

/** The threshold is the middle of the zone of indifference. */
function byMean({ n, sum }: ScoreSum, { failRate, passRate }: SequentialTest): LengthDecision {
  if (n === 0) return 'inconclusive';
  return sum >= (n * (failRate + passRate)) / 2 ? 'passes' : 'fails';
}

function wantedCount(scores: ScoreSum, { test, maxPerLength }: LengthTestOptions): number {
  return Math.min(scoresToVerdict(test, scores), maxPerLength - scores.n);
}

/** The next `count` samples that have a score or may get one; of these, the ones that were not asked. */
function wantedFrom(candidates: LengthPool['candidates'], outcomes: SearchOutcomes, count: number): readonly string[] {
  const wanted: string[] = [];
  let hopeful = 0;
  for (const { id } of candidates) {
    if (hopeful >= count) break;
    const outcome = outcomes.get(id);
    if (outcome === undefined) wanted.push(id);
    hopeful += Number(outcome === undefined || 'score' in outcome);
  }
  return wanted;
}
