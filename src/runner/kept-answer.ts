import { JUDGE_ERROR, type CallRecord, type Ledger, type Sample } from '../core/index.ts';

/** The calls of an answer that waits for its judge; undefined for a sample that is to be asked. */
export async function keptAnswer(
  ledger: Pick<Ledger, 'row'>,
  { runId, sampleId }: { readonly runId: string; readonly sampleId: string },
): Promise<readonly CallRecord[] | undefined> {
  const outcome = (await ledger.row(runId, sampleId))?.outcome;
  return outcome?.result.status === 'error' && outcome.result.reason === JUDGE_ERROR ? outcome.calls : undefined;
}

/** The samples with an answer that waits for its judge. */
export async function keptAnswers(
  { ledger, runId }: { readonly ledger: Pick<Ledger, 'row'>; readonly runId: string },
  pending: readonly Sample[],
): Promise<ReadonlySet<Sample>> {
  const kept = new Set<Sample>();
  for (const sample of pending) if (await keptAnswer(ledger, { runId, sampleId: sample.id })) kept.add(sample);
  return kept;
}
