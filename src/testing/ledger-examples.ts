import type { Outcome, RunEntry, RunRecord, Sample, SkippedSample } from '../core/index.ts';

/** A run record with an id of your choice and a fixed rest. */
export function exampleRun(id: string, changes: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    createdAt: '2026-01-31T14:25:30.000Z',
    status: 'running',
    version: '0.1.0',
    model: 'mock/one',
    strategy: 'direct',
    tasks: ['example/one'],
    seed: 7,
    tokenizer: 'characters',
    options: { lengths: [1000], nested: { deep: true } },
    corpora: [{ digest: 'd1', language: 'en', origin: { kind: 'builtin', seed: 1 } }],
    ...changes,
  };
}

/** A sample of one small prompt. */
export function exampleSample(id: string, changes: Partial<Sample> = {}): Sample {
  const messages = [{ from: 'user' as const, blocks: [{ role: 'question' as const, pieces: [{ text: `Where is ${id}?` }] }] }];
  return {
    id,
    task: 'example/one',
    taskVersion: 1,
    ask: { kind: 'generate', steps: [{ messages, output: { maxTokens: 20 } }], fit: { policy: 'exact', tokenizer: 'characters' } },
    target: ['here'],
    cell: { askedTokens: 1000 },
    promptTokens: 1000,
    ...changes,
  };
}

/** A sample that could not be built. */
export function exampleSkipped(id: string): SkippedSample {
  return { id, task: 'example/one', cell: { askedTokens: 10 }, skipped: { reason: 'too-short', detail: 'no room for the needle' } };
}

/** A scored outcome with one call. */
export function exampleOutcome(sampleId: string, changes: Partial<Outcome> = {}): Outcome {
  return {
    sampleId,
    result: { status: 'ok', score: { value: 1, mode: 'corrected', metric: 'keyword' } },
    calls: [{ text: 'here', finish: 'stop', usage: { inputTokens: 1000, raw: { input: 1000 } }, latencyMs: 12.5 }],
    attempts: 1,
    cached: false,
    promptDigest: 'ab12',
    recordedAt: '2026-01-31T14:26:00.000Z',
    ...changes,
  };
}

/** A run with a skipped, an answered and a pending sample, as a stream of entries. */
export const EXAMPLE_ENTRIES: readonly RunEntry[] = [
  { run: exampleRun('r1') },
  { sample: exampleSkipped('none') },
  { sample: exampleSample('a'), outcome: exampleOutcome('a') },
  { sample: exampleSample('b') },
];
