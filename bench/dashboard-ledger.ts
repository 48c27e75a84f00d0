import { join } from 'node:path';
import type { Outcome, RunEntry, RunRecord, Sample, SkippedSample, Task } from '../src/core/index.ts';
import { needlebench } from '../src/benchmarks/needlebench/index.ts';
import { seededRandom } from '../src/core/index.ts';
import { companionId, prepareRun, runRecord } from '../src/evaluate/index.ts';
import { targetText } from '../src/report/index.ts';
import { planRun } from '../src/runner/index.ts';
import { openSqliteLedger } from '../src/store/index.ts';

/** The largest run that is looked at: all lengths of NeedleBench's three haystack tasks, in two languages. */
export const SAMPLES = 10_350;

const TASKS = ['needlebench/single-retrieval', 'needlebench/multi-retrieval', 'needlebench/multi-reasoning'];
const OPTIONS = {
  lengths: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000].map((thousands) => thousands * 1000),
  depths: Array.from({ length: 51 }, (_, i) => i * 2),
  languages: ['en', 'zh'],
  repeats: 2,
};

/** What was made: the run, and the ids of the samples that were asked. */
export interface LargeRun {
  readonly id: string;
  readonly sampleIds: readonly string[];
  readonly promptTokens: number;
}

/**
 * Writes a run of 10,350 samples of up to a million tokens into a new ledger, with the lexical baseline beside it. The prompts are the benchmark's own
 * recipes; the answers are made up (right less often the longer the prompt) and scored by the benchmark.
 */
export async function makeLargeRun(store: string): Promise<LargeRun> {
  const tasks = needlebench.tasks.filter(({ id }) => TASKS.includes(id));
  const prepared = await prepareRun({ families: [needlebench], tasks, taskOptions: OPTIONS });
  const plan = await planRun({
    tasks: prepared.tasks,
    deps: prepared.deps,
    model: { capabilities: new Set(['generate']) },
    select: spread,
  });
  const record = {
    ...runRecord({ prepared, tasks: TASKS, model: 'bench/made-up', strategy: 'direct', version: 'bench', now: new Date() }),
    status: 'complete',
  } as const satisfies RunRecord;
  const beside = { ...record, id: companionId(record.id, 'lexical'), model: 'baseline/lexical' };
  const ledger = await openSqliteLedger(join(store, 'ledger.sqlite'));
  try {
    await ledger.importRuns(entriesOf(record, plan.samples, { tasks, ease: 0.95 }));
    await ledger.importRuns(entriesOf(beside, plan.samples, { tasks, ease: 0.5 }));
  } finally {
    await ledger.close();
  }
  return {
    id: record.id,
    sampleIds: plan.samples.filter((sample) => !('skipped' in sample)).map(({ id }) => id),
    promptTokens: plan.summary.promptTokens,
  };
}

/** Takes as many as wanted, evenly. */
function spread(samples: readonly (Sample | SkippedSample)[]): readonly (Sample | SkippedSample)[] {
  if (samples.length < SAMPLES) throw new Error(`The plan has ${samples.length} prompts only.`);
  const place = (i: number) => Math.floor((i * SAMPLES) / samples.length);
  return samples.filter((_, i) => place(i + 1) > place(i));
}

/** The record, then every sample with an answer. `ease`: how often a short prompt is answered right. */
async function* entriesOf(
  record: RunRecord,
  samples: readonly (Sample | SkippedSample)[],
  { tasks, ease }: { readonly tasks: readonly Task[]; readonly ease: number },
): AsyncGenerator<RunEntry> {
  yield { run: record };
  const start = Date.parse(record.createdAt);
  for (const [i, sample] of samples.entries()) {
    const recordedAt = new Date(start + i * 250).toISOString();
    const task = tasks.find(({ id }) => id === sample.task)!;
    if ('skipped' in sample) yield { sample };
    else yield { sample, outcome: await answered(sample, task, { recordedAt, ease }) };
  }
}

async function answered(
  sample: Sample,
  task: Task,
  { recordedAt, ease }: { readonly recordedAt: string; readonly ease: number },
): Promise<Outcome> {
  const random = seededRandom(1, 'bench', sample.id, String(ease));
  const chance = ease - 0.09 * Math.log2(sample.promptTokens / 1000) * random.random();
  const text =
    random.random() < chance ? `The answer is \\boxed{${targetText(sample.target)}}. ${FILLER}` : `I could not find it. ${FILLER}`;
  const usage = { inputTokens: sample.promptTokens, outputTokens: 60, raw: {} };
  const generation = { text, finish: 'stop', usage, latencyMs: 200 + sample.promptTokens / 50, firstTokenMs: 150 } as const;
  const result = await task.score({ replies: [text], generations: [generation] }, sample, {});
  return { sampleId: sample.id, result, calls: [generation], attempts: 1, cached: false, recordedAt };
}

const FILLER = 'It stands somewhere in the middle of the text, between two passages about something else. '.repeat(2);
