import type { Documents, Ledger, Model, RunRecord, Sample, SkippedSample, Task } from '../core/index.ts';
import { createLexicalReader } from '../models/lexical/index.ts';
import { floorId } from './floor-id.ts';
import { executeRun } from '../runner/index.ts';
import { createDirect } from '../strategies/index.ts';
import { promptDigest, renderStep } from '../text/index.ts';

/** Prompt tokens up to which a run gets its floor unasked: a few tens of seconds of reading on one core. */
const FREE_FLOOR_TOKENS = 40_000_000;

export interface FloorOptions {
  readonly ledger: Ledger;
  readonly run: RunRecord;
  readonly model: Pick<Model, 'id'>;
  readonly tasks: readonly Task[];
  readonly documents: Documents;
  readonly signal?: AbortSignal;
}

/**
 * Answers the samples of a run with the reader that has no language model, as a run of its own in the same ledger: the floor that a report
 * shows beside the score. Left out for runs of that reader itself and for runs beyond 40 million prompt tokens. Gives whether there is a floor.
 */
export async function runFloor({ ledger, run, model, tasks, documents, signal }: FloorOptions): Promise<boolean> {
  const reader = createLexicalReader();
  if (model.id === reader.id) return false;
  const id = floorId(run.id);
  if (!(await ledger.run(id))) {
    const samples: (Sample | SkippedSample)[] = [];
    for await (const { sample } of ledger.rows(run.id)) samples.push(sample);
    const tokens = samples.reduce((sum, sample) => sum + ('skipped' in sample ? 0 : sample.promptTokens), 0);
    if (tokens > FREE_FLOOR_TOKENS) return false;
    await ledger.createRun({ ...run, id, model: reader.id, status: 'running', options: { ...run.options, model: {} } }, samples);
  }
  const end = await executeRun({
    runId: id,
    ledger,
    tasks,
    model: reader,
    strategy: createDirect({ renderStep }),
    documents,
    digestPrompt: promptDigest,
    // Reading is work for one core: more at a time would only take more memory.
    limits: { concurrency: 1 },
    ...(signal && { signals: { stop: signal } }),
  });
  return end.status === 'complete';
}
