export { type Interval, UNKNOWN_INTERVAL } from './interval.ts';
export { createPromptCounts, type PromptCount, type PromptCounts } from './prompt-counts.ts';
export { normalQuantile } from './normal-quantile.ts';
export { wilson } from './wilson.ts';
export { meanOfPresent, pooledMean, type MeanOfPresent } from './mean-of-present.ts';
export { quantile } from './quantile.ts';
export { signTest, type SignTest } from './sign-test.ts';
export { pairedComparison, type PairedComparison, type PairedComparisonOptions, type ScorePair } from './paired-comparison.ts';
