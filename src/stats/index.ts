export { type Interval, UNKNOWN_INTERVAL } from './interval.ts';
export { createPromptCounts, type PromptCount, type PromptCounts } from './prompt-counts.ts';
export { documentCut, GONE_SHARE, sumCuts, type DocumentCut, type DocumentCuts } from './document-cuts.ts';
export { normalQuantile } from './normal-quantile.ts';
export { studentQuantile } from './student-quantile.ts';
export { wilson } from './wilson.ts';
export { type ValueGroup } from './cluster-design.ts';
export { clusterSums, type ClusteredDifference } from './cluster-sums.ts';
export { clusteredInterval } from './clustered-interval.ts';
export { meanOfPresent, pooledMean, type MeanOfPresent } from './mean-of-present.ts';
export { quantile } from './quantile.ts';
export { signTest, type SignTest } from './sign-test.ts';
export { pairedComparison, type PairedComparison, type PairedComparisonOptions, type ScorePair } from './paired-comparison.ts';
export {
  evidenceOf,
  scoresToVerdict,
  sequentialTest,
  verdictOf,
  type ScoreSum,
  type SequentialTest,
  type SequentialTestOptions,
  type TestVerdict,
} from './sequential-test.ts';
export { EFFECTIVE_THRESHOLD, effectiveLength, type EffectiveLength, type LengthScore } from './effective-length.ts';
export { bootstrapInterval, type BootstrapOptions } from './bootstrap-interval.ts';
