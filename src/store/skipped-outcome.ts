import type { Outcome, RunRecord, Sample, SkippedSample } from '../core/index.ts';

/** The outcome that a skipped sample gets when its run is created (recorded at the run's own time), undefined for a sample to be asked. */
export function skippedOutcome(run: RunRecord, sample: Sample | SkippedSample): Outcome | undefined {
  if (!('skipped' in sample)) return undefined;
  const result = { status: 'skipped' as const, ...sample.skipped };
  return { sampleId: sample.id, result, calls: [], attempts: 0, cached: false, recordedAt: run.createdAt };
}
