import type { Outcome, Sample } from '../core/index.ts';
import type { RequestEstimate } from './budget.ts';
import { answerInBatches, fitsBatch, type BatchOptions } from './execute-batch.ts';
import { answerTokens } from './plan-summary.ts';
import type { RunSession } from './run-session.ts';

export interface BatchRoundOptions {
  readonly batch: BatchOptions;
  record(done: { readonly sample: Sample; readonly outcome: Outcome }): Promise<void>;
}

/**
 * Answers through batches what fits them and the budget: what fits only beside the room that is kept in reserve for those before goes out in
 * a next round, when they have their answers. The run ends when what is left could exceed the budget.
 */
export async function answerInRounds(session: RunSession, pending: readonly Sample[], { batch, record }: BatchRoundOptions): Promise<void> {
  const { budget, control } = session;
  const fitting = pending.filter(fitsBatch);
  let left: readonly Sample[] = fitting;
  do {
    const reserved = reserveSamples(session, left);
    const chosen = [...reserved.keys()];
    if (left.length > 0 && chosen.length === 0) control.end('budget');
    const seen = new Set(chosen);
    await answerInBatches(session, chosen, {
      batch,
      expected: fitting,
      async record(done) {
        budget?.settle(reserved.get(done.sample) ?? estimateOf(session, done.sample), done.outcome.calls[0]?.usage);
        reserved.delete(done.sample);
        seen.add(done.sample);
        await record(done);
      },
    });
    for (const estimate of reserved.values()) budget?.settle(estimate, undefined);
    left = left.filter((sample) => !seen.has(sample));
  } while (left.length > 0 && !control.drain.aborted);
}

/** The first samples that fit the budget, each with what it reserved. */
function reserveSamples(session: RunSession, samples: readonly Sample[]): Map<Sample, RequestEstimate> {
  const reserved = new Map<Sample, RequestEstimate>();
  for (const sample of samples) {
    const estimate = estimateOf(session, sample);
    if (session.budget && session.budget.reserve(estimate) !== 'reserved') break;
    reserved.set(sample, estimate);
  }
  return reserved;
}

function estimateOf({ model }: Pick<RunSession, 'model'>, sample: Sample): RequestEstimate {
  return { promptTokens: sample.promptTokens, maxAnswerTokens: answerTokens(sample, model.thinkingTokens) };
}
