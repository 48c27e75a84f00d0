import { FathomError, type BatchClient, type Ledger, type Model, type RunRecord } from '../core/index.ts';
import type { BatchOptions } from '../runner/index.ts';
import type { SessionFlags } from './session-flags.ts';

/** What decides whether a sitting goes through the batch endpoint. */
interface BatchQuestion {
  readonly ledger: Ledger;
  readonly record: RunRecord;
  readonly model: Model;
  readonly flags: SessionFlags;
}

/** Batches are used when asked for, and by a run that has some out. Throws FathomError `misuse` where they cannot be. */
export async function batchOptions({ ledger, record, model, flags }: BatchQuestion): Promise<BatchOptions | undefined> {
  const areOut = (await ledger.batches(record.id)).some(({ state }) => state !== 'ended');
  if (!flags.batch && !areOut) return undefined;
  if (record.strategy !== 'direct')
    throw new FathomError('misuse', `The strategy ${record.strategy} asks step by step, which a batch cannot.`, {
      fix: 'Leave out --batch.',
    });
  return { client: requireBatches(model), cancel: flags.cancel, ...(flags.batchPollMs !== undefined && { pollMs: flags.batchPollMs }) };
}

/** The batch endpoint of a model. Throws FathomError `misuse` when it has none. */
export function requireBatches(model: Model): BatchClient {
  const client = model.extension('batch');
  if (client) return client;
  throw new FathomError('misuse', `${model.id} has no batch endpoint that Fathom knows.`, {
    fix: 'Leave out --batch, or use openai/…, anthropic/… or a URL that offers batches.',
  });
}
