// A. Wald, "Sequential Tests of Statistical Hypotheses", Annals of Mathematical Statistics 16 (1945), 117–186, section 5 (binomial case).
// Deviations: scores between 0 and 1 take the place of 0 and 1, and the boundaries are ln(1/α) and ln(1/β), where Wald's are ln((1−β)/α) and
// ln((1−α)/β). Why this holds: exp is convex, so for a score x in 0–1 the factor exp(x·u + (1−x)·v) is at most x·eᵘ + (1−x)·eᵛ, whose mean is
// at most 1 while the mean of x, given all scores before, is at most the failing rate. The product of the factors is then a non-negative
// supermartingale and reaches 1/α with a chance of at most α, whenever one looks (Ville's inequality). The other side is the mirror image.

/** What a sequential test is to tell apart, and how often it may be wrong. */
export interface SequentialTestOptions {
  /** The mean score that counts as passing, strictly between 0 and 1. */
  readonly threshold: number;
  /** Half the width of the zone of indifference: means within `threshold` ± `delta` may come out either way. */
  readonly delta: number;
  /** Greatest chance of `passes` where the true mean is at most `threshold − delta`. */
  readonly alpha: number;
  /** Greatest chance of `fails` where the true mean is at least `threshold + delta`. */
  readonly beta: number;
}

/** A sequential test of a mean score. `failRate` and `passRate` are the edges of the zone of indifference. */
export interface SequentialTest {
  readonly failRate: number;
  readonly passRate: number;
  /** What a score of 1 adds to the evidence; above 0. */
  readonly rise: number;
  /** What a score of 0 adds to the evidence; below 0. */
  readonly fall: number;
  /** Evidence at which the test says `passes`. */
  readonly upper: number;
  /** Evidence at which the test says `fails`. */
  readonly lower: number;
}

export type TestVerdict = 'passes' | 'fails';

/** Scores seen so far: how many, and their sum. */
export interface ScoreSum {
  readonly n: number;
  readonly sum: number;
}

/** Makes the test. Throws a RangeError where the zone leaves 0–1 or a chance is not strictly between 0 and 1/2. */
export function sequentialTest({ threshold, delta, alpha, beta }: SequentialTestOptions): SequentialTest {
  const [failRate, passRate] = [threshold - delta, threshold + delta];
  if (!(delta > 0 && failRate > 0 && passRate < 1)) {
    throw new RangeError(`sequentialTest: ${threshold} ± ${delta} must be a zone strictly inside 0–1`);
  }
  for (const chance of [alpha, beta]) {
    if (!(chance > 0 && chance < 0.5))
      throw new RangeError(`sequentialTest: an error chance of ${chance} is not strictly between 0 and 1/2`);
  }
  return {
    failRate,
    passRate,
    rise: Math.log(passRate / failRate),
    fall: Math.log((1 - passRate) / (1 - failRate)),
    upper: -Math.log(alpha),
    lower: Math.log(beta),
  };
}

/** The logarithm of the likelihood ratio of `passRate` against `failRate`; a score between 0 and 1 counts as that share of a success. */
export function evidenceOf({ rise, fall }: SequentialTest, { n, sum }: ScoreSum): number {
  return sum * rise + (n - sum) * fall;
}

/** The verdict at this point; undefined: one more score is needed. Ask after every score, in order: the first verdict stands. */
export function verdictOf(test: SequentialTest, scores: ScoreSum): TestVerdict | undefined {
  const evidence = evidenceOf(test, scores);
  if (evidence >= test.upper) return 'passes';
  return evidence <= test.lower ? 'fails' : undefined;
}

/** How many more scores the verdict that the evidence leans to takes at least (`fails` while it leans to neither); 0 once there is a verdict. */
export function scoresToVerdict(test: SequentialTest, scores: ScoreSum): number {
  if (verdictOf(test, scores) !== undefined) return 0;
  const evidence = evidenceOf(test, scores);
  return Math.max(1, Math.ceil(evidence > 0 ? (test.upper - evidence) / test.rise : (test.lower - evidence) / test.fall));
}
