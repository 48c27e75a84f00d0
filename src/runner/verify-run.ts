import type { Documents, Ledger, LedgerRow, Sample, SkippedSample } from '../core/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { DigestPrompt } from './run-session.ts';

/**
 * What differs between a recorded run and its rebuilding. `missing`: recorded, not rebuilt · `unexpected`: rebuilt, not recorded ·
 * `sample`: the recipe differs · `digest`: the prompt's bytes differ from those that were sent · `tokens`: the prompt's length differs.
 */
export interface RunMismatch {
  readonly sampleId: string;
  readonly kind: 'missing' | 'unexpected' | 'sample' | 'digest' | 'tokens';
  readonly recorded?: string;
  readonly rebuilt?: string;
}

/** A recorded run, and the means to build it again. */
export interface VerifyRunOptions {
  readonly ledger: Ledger;
  readonly runId: string;
  /** Builds the samples of the run again: planSamples with the run's own options, seed and corpora. */
  readonly rebuild: () => AsyncIterable<Sample | SkippedSample>;
  readonly documents: Documents;
  readonly digestPrompt: DigestPrompt;
  /** Counts the rendered prompt in the tokenizer that the sample's fit names. */
  readonly countPrompt: (sample: Sample) => number;
}

/**
 * Proves that a run is what it says: builds every sample again and compares it with the record, byte for byte and token for token.
 * `checked` counts the rows of the run that were compared. Rejects with a FathomError (`missing`) for an unknown run.
 */
export async function verifyRun(
  options: VerifyRunOptions,
): Promise<{ readonly checked: number; readonly mismatches: readonly RunMismatch[] }> {
  const { ledger, runId } = options;
  const unseen = new Set<string>();
  for await (const { sample } of ledger.rows(runId)) unseen.add(sample.id);
  const rows = unseen.size;
  const mismatches: RunMismatch[] = [];
  for await (const sample of options.rebuild()) {
    const row = unseen.delete(sample.id) ? await ledger.row(runId, sample.id) : undefined;
    if (row) mismatches.push(...compare(row, sample, options));
    else mismatches.push({ sampleId: sample.id, kind: 'unexpected' });
  }
  for (const sampleId of unseen) mismatches.push({ sampleId, kind: 'missing' });
  return { checked: rows - unseen.size, mismatches };
}

function compare(row: LedgerRow, rebuilt: Sample | SkippedSample, options: VerifyRunOptions): readonly RunMismatch[] {
  const pairs = [
    { kind: 'sample' as const, recorded: canonicalJson(row.sample), rebuilt: canonicalJson(rebuilt) },
    ...('skipped' in row.sample ? [] : comparePrompt(row, row.sample, options)),
  ];
  return pairs.filter((pair) => pair.recorded !== pair.rebuilt).map((pair) => ({ sampleId: rebuilt.id, ...pair }));
}

function comparePrompt(
  { outcome }: LedgerRow,
  sample: Sample,
  { digestPrompt, documents, countPrompt }: VerifyRunOptions,
): readonly { readonly kind: 'digest' | 'tokens'; readonly recorded: string; readonly rebuilt: string }[] {
  if (sample.ask.kind !== 'generate') return [];
  const tokens = { kind: 'tokens' as const, recorded: String(sample.promptTokens), rebuilt: String(countPrompt(sample)) };
  if (outcome?.promptDigest === undefined) return [tokens];
  return [{ kind: 'digest', recorded: outcome.promptDigest, rebuilt: digestPrompt(sample.ask.steps, documents) }, tokens];
}
