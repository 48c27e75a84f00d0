import { describe, expect, it } from 'vitest';
import type { Json, Sample, SkippedSample, Task, TaskDeps } from '../core/index.ts';
import { fakeSample, fakeTask } from './fake-run.fixture.ts';
import { planRun } from './plan-run.ts';

const deps: TaskDeps = {
  tokenizer: {
    id: 'characters',
    additive: true,
    count: (text) => text.length,
    encode: () => new Uint32Array(),
    decode: () => new Uint8Array(),
  },
  haystack: () => Promise.reject(new Error('no haystack in these tests')),
  index: () => Promise.reject(new Error('no texts in these tests')),
  seed: 0,
};
const capabilities = new Set(['generate'] as const);

function taskOf(samples: readonly (Sample | SkippedSample)[], changes: Partial<Task> = {}): Task {
  return {
    ...fakeTask,
    ...changes,
    async *samples() {
      yield* samples;
    },
  };
}

function sized(id: string, askedTokens: Json, promptTokens: number): Sample {
  return fakeSample(id, { promptTokens, cell: typeof askedTokens === 'number' ? { askedTokens } : {} });
}

describe('planRun', () => {
  it('adds up prompts by length, in order of length', async () => {
    const skipped = { id: 'x', task: 'fake/task', cell: {}, skipped: { reason: 'too-short', detail: 'no room' } };
    const task = taskOf([sized('a', 8000, 7990), sized('b', 500, 500), skipped, sized('c', 8000, 8000), sized('d', null, 3)]);
    const prices = { inputUsdPerMTok: 2, outputUsdPerMTok: 10, cachedInputUsdPerMTok: 0.5 };
    const plan = await planRun({ tasks: [{ task, options: {} }], deps, model: { capabilities }, prices });
    expect(plan.samples.map((sample) => sample.id)).toEqual(['a', 'b', 'x', 'c', 'd']);
    expect(plan.summary).toEqual({
      prompts: 4,
      skipped: 1,
      skippedByReason: { 'too-short': 1 },
      promptTokens: 16_493,
      maxPromptTokens: 8000,
      columns: [
        { askedTokens: 500, prompts: 1, promptTokens: 500 },
        { askedTokens: 8000, prompts: 2, promptTokens: 15_990 },
        { prompts: 1, promptTokens: 3 },
      ],
      maxAnswerTokens: 40,
      money: { lowUsd: (16_493 * 0.5) / 1e6, highUsd: (16_493 * 2 + 40 * 10) / 1e6 },
    });
  });

  it.each([
    [141, undefined, 'skipped'],
    [142, undefined, 'kept'],
    [109, 0, 'skipped'],
    [110, 0, 'kept'],
  ])('with a window of %i tokens and an allowance of %s, 100 + 10 tokens are %s', async (contextTokens, overheadTokens, fate) => {
    const model = { capabilities, contextTokens, ...(overheadTokens !== undefined && { overheadTokens }) };
    const { samples } = await planRun({ tasks: [{ task: taskOf([fakeSample('a')]), options: {} }], deps, model });
    expect('skipped' in samples[0]! ? 'skipped' : 'kept').toBe(fate);
  });

  it('says with figures why a prompt does not fit', async () => {
    const model = { capabilities, contextTokens: 120, overheadTokens: 20 };
    const { samples, summary } = await planRun({ tasks: [{ task: taskOf([fakeSample('a')]), options: {} }], deps, model });
    const detail = '100 prompt + 20 template + 10 answer tokens = 130; the window holds 120';
    expect(samples).toEqual([{ id: 'a', task: 'fake/task', cell: { askedTokens: 100 }, skipped: { reason: 'window', detail } }]);
    expect([summary.prompts, summary.promptTokens, summary.skippedByReason]).toEqual([0, 0, { window: 1 }]);
  });

  it('counts thinking before each answer, in the room and in the cost', async () => {
    const model = { capabilities, contextTokens: 1130, overheadTokens: 20, thinkingTokens: 1000 };
    const planned = (contextTokens: number) =>
      planRun({ tasks: [{ task: taskOf([fakeSample('a')]), options: {} }], deps, model: { ...model, contextTokens } });
    expect((await planned(1130)).summary).toMatchObject({ prompts: 1, maxAnswerTokens: 1010 });
    const detail = '100 prompt + 20 template + 1000 thinking + 10 answer tokens = 1130; the window holds 1129';
    expect((await planned(1129)).samples).toMatchObject([{ skipped: { reason: 'window', detail } }]);
  });

  it('reserves room for the replies that a later step quotes', async () => {
    const step = (...pieces: ({ readonly text: string } | { readonly reply: number })[]) => ({
      messages: [{ from: 'user' as const, blocks: [{ role: 'question' as const, pieces }] }],
      output: { maxTokens: 10 },
    });
    const fit = { policy: 'exact', tokenizer: 'characters' } as const;
    const alone = fakeSample('alone', { ask: { kind: 'generate', steps: [step({ text: 'a' }), step({ text: 'b' })], fit } });
    const quoting = fakeSample('quoting', {
      ask: { kind: 'generate', steps: [step({ text: 'a' }), step({ reply: 0 }, { reply: 0 })], fit },
    });
    const model = { capabilities, contextTokens: 129, overheadTokens: 0 };
    const { samples } = await planRun({ tasks: [{ task: taskOf([alone, quoting]), options: {} }], deps, model });
    expect(samples.map((sample) => ('skipped' in sample ? sample.skipped.detail : sample.id))).toEqual([
      'alone',
      '100 prompt + 0 template + 30 answer tokens = 130; the window holds 129',
    ]);
  });

  it('skips what needs a capability that the model lacks', async () => {
    const task = taskOf([fakeSample('a')], { needs: ['generate', 'images'] });
    const { samples } = await planRun({ tasks: [{ task, options: {} }], deps, model: { capabilities } });
    expect(samples).toMatchObject([{ id: 'a', skipped: { reason: 'capability', detail: 'the model does not offer: images' } }]);
  });

  it('throws for two samples with one id, also of two tasks', async () => {
    const tasks = [taskOf([fakeSample('a')]), taskOf([fakeSample('a')], { id: 'fake/other' })].map((task) => ({ task, options: {} }));
    await expect(planRun({ tasks, deps, model: { capabilities } })).rejects.toThrow(
      'the task fake/other made a second sample with the id a',
    );
  });
});
