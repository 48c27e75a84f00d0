import { describe, expect, it } from 'vitest';
import { ModelError } from '../core/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { executeRun } from './execute-run.ts';
import { createFakeClock } from './fake-clock.fixture.ts';
import {
  createFakeModel,
  failing,
  fakeOptions,
  fakeSample,
  fakeSamples,
  fakeStrategy,
  fakeTask,
  reply,
  resultsOf,
  rowsOf,
  type Script,
  withRun,
} from './fake-run.fixture.ts';
import type { RunEvent } from './run-event.ts';

describe('executeRun', () => {
  it('records one outcome per sample in plan order', async () => {
    const skipped = { id: 's/x', task: 'fake/task', cell: {}, skipped: { reason: 'window', detail: 'too long' } };
    const ledger = await withRun(createMemoryLedger(), [...fakeSamples(2), skipped]);
    const model = createFakeModel((id) => reply(id === 's/0' ? 'yes' : 'no', { reasoning: 'hm', firstTokenMs: 2 }));
    const end = await executeRun(fakeOptions(ledger, model, { clock: createFakeClock(), limits: { concurrency: 1 } }));
    expect(model.asked).toEqual(['s/0', 's/1']);
    expect((await rowsOf(ledger))[1]!.outcome).toEqual({
      sampleId: 's/1',
      result: { status: 'ok', score: { value: 0, mode: 'own', metric: 'exact' } },
      calls: [{ text: 'no', reasoning: 'hm', finish: 'stop', usage: { inputTokens: 100, outputTokens: 2 }, latencyMs: 5, firstTokenMs: 2 }],
      attempts: 1,
      cached: false,
      promptDigest: 'digest of [{"text":"s/1"}]',
      recordedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(end).toEqual({
      status: 'complete',
      summary: {
        total: 3,
        ok: 2,
        errors: 0,
        skipped: 1,
        pending: 0,
        passingErrors: 0,
        errorsByReason: {},
        skippedByReason: { window: 1 },
        scoreSum: 1,
        promptTokens: 200,
        pendingPromptTokens: 0,
        usage: { inputTokens: 200, cachedTokens: 0, outputTokens: 4, reasoningTokens: 0 },
        attempts: 2,
        fromCache: 0,
        cutAnswers: 0,
        truncationSuspected: 0,
      },
    });
    expect((await ledger.run('r1'))?.status).toBe('complete');
  });

  it('keeps at most `concurrency` requests in flight, and uses them', async () => {
    const clock = createFakeClock();
    const model = createFakeModel(async () => {
      await clock.wait(10);
      return reply('yes');
    });
    const ledger = await withRun(createMemoryLedger(), fakeSamples(20));
    await executeRun(fakeOptions(ledger, model, { clock, limits: { concurrency: 3 } }));
    expect([model.mostOpen(), model.asked.length]).toEqual([3, 20]);
  });

  it.each(['rate', 'server', 'network', 'timeout', 'protocol'] as const)('repeats a request after trouble of kind %s', async (kind) => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    const clock = createFakeClock();
    const events: RunEvent[] = [];
    await executeRun(fakeOptions(ledger, createFakeModel(failing(kind, 2)), { clock, onEvent: (event) => events.push(event) }));
    expect((await rowsOf(ledger))[0]!.outcome).toMatchObject({ result: { status: 'ok' }, attempts: 3 });
    const retries = events.filter((event) => event.type === 'retry');
    expect(retries.map(({ attempt, kind: seen, waitMs }) => [attempt, seen, waitMs])).toEqual([
      [1, kind, clock.waited[0]],
      [2, kind, clock.waited[1]],
    ]);
  });

  it.each(['context', 'invalid'] as const)('records trouble of kind %s at once', async (kind) => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    await executeRun(fakeOptions(ledger, createFakeModel(failing(kind, 9)), { clock: createFakeClock() }));
    expect((await rowsOf(ledger))[0]!.outcome).toMatchObject({
      result: { status: 'error', reason: kind, detail: `${kind} trouble` },
      calls: [],
      attempts: 1,
    });
  });

  it('gives up after maxAttempts', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    const end = await executeRun(fakeOptions(ledger, createFakeModel(failing('server', 9)), { clock: createFakeClock() }));
    expect((await rowsOf(ledger))[0]!.outcome).toMatchObject({
      result: { status: 'error', reason: 'server', detail: 'server trouble (after 5 attempts)' },
      attempts: 5,
    });
    expect(end).toMatchObject({ status: 'incomplete', summary: { errors: 1, errorsByReason: { server: 1 } } });
  });

  it('waits as long as a server asks, with all requests', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(3));
    const clock = createFakeClock();
    const start = clock.now();
    const begun: (readonly [string, number])[] = [];
    const model = createFakeModel(async (id, nth) => {
      begun.push([id, clock.now() - start]);
      if (id === 's/0' && nth === 0) throw new ModelError('rate', 'slow down', { retryAfterMs: 30_000 });
      if (id === 's/1') await clock.wait(1000);
      return reply('yes');
    });
    await executeRun(fakeOptions(ledger, model, { clock, limits: { concurrency: 2 } }));
    // s/2 could begin after one second, were it not for the wait that the server asked of s/0.
    expect(begun.sort()).toEqual([
      ['s/0', 0],
      ['s/0', 30_000],
      ['s/1', 0],
      ['s/2', 30_000],
    ]);
  });

  it('records the figures when a server asks for too long a wait', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    await executeRun(fakeOptions(ledger, createFakeModel(failing('rate', 9, { retryAfterMs: 3_600_000 })), { clock: createFakeClock() }));
    expect((await rowsOf(ledger))[0]!.outcome).toMatchObject({
      result: { reason: 'rate', detail: 'rate trouble (the server asks to wait 3600 s, the limit is 60 s)' },
      attempts: 1,
    });
  });

  it('ends a request at its deadline, even when the model ignores it', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    const clock = createFakeClock();
    const model = createFakeModel(() => new Promise<never>(() => {}));
    await executeRun(fakeOptions(ledger, model, { clock, limits: { requestTimeoutMs: 7000, maxAttempts: 2 } }));
    expect((await rowsOf(ledger))[0]!.outcome).toMatchObject({
      result: { reason: 'timeout', detail: 'No complete answer within 7 s. (after 2 attempts)' },
      attempts: 2,
    });
    expect(clock.waited.filter((ms) => ms === 7000).length).toBe(2);
    expect(clock.open()).toBe(0);
  });

  it('turns bugs of a scorer and a strategy into outcomes and goes on', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(3));
    const task = { ...fakeTask, score: () => JSON.parse('{') as never };
    const strategy = {
      ...fakeStrategy,
      answer: (...[ask, env]: Parameters<typeof fakeStrategy.answer>) => {
        if (JSON.stringify(ask).includes('s/1')) throw new TypeError('no such thing');
        return fakeStrategy.answer(ask, env);
      },
    };
    const model = createFakeModel(() => reply('yes'));
    const end = await executeRun(fakeOptions(ledger, model, { tasks: [task], strategy, clock: createFakeClock() }));
    expect(await resultsOf(ledger)).toEqual(['scorer', 'strategy', 'scorer']);
    expect((await rowsOf(ledger))[1]!.outcome!.result).toEqual({ status: 'error', reason: 'strategy', detail: 'TypeError: no such thing' });
    expect([end.status, end.summary.errorsByReason]).toEqual(['complete', { scorer: 2, strategy: 1 }]);
  });

  it('names cut and refused answers', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(4));
    const script: Script = (id) =>
      ({ 's/0': reply('no', { finish: 'length' }), 's/1': reply('yes', { finish: 'length' }), 's/2': reply('no', { finish: 'refused' }) })[
        id
      ] ?? reply('no');
    const end = await executeRun(fakeOptions(ledger, createFakeModel(script), { clock: createFakeClock() }));
    const results = (await rowsOf(ledger)).map((row) => row.outcome!.result);
    expect(results.map((result) => (result.status === 'ok' ? result.score.errorClass : result.reason))).toEqual([
      'length',
      undefined,
      'refused',
      undefined,
    ]);
    expect(end.summary.cutAnswers).toBe(2);
  });

  it('raises the alarm when the server counts too few tokens', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(4));
    const counts = [100, 98, 97, 40];
    const script: Script = (id) => reply('yes', { usage: { inputTokens: counts[Number(id.slice(2))]! } });
    const events: RunEvent[] = [];
    const model = createFakeModel(script, { tokenizer: 'characters' });
    const end = await executeRun(fakeOptions(ledger, model, { clock: createFakeClock(), onEvent: (event) => events.push(event) }));
    expect(events.filter((event) => event.type === 'truncation-suspected').map((event) => event.inputTokens)).toEqual([97, 40]);
    expect(end.summary.truncationSuspected).toBe(2);
  });

  it('refuses tasks that are unknown or have moved on, and models that cannot', async () => {
    const ledger = await withRun(createMemoryLedger(), [fakeSample('s/0', { taskVersion: 2 })]);
    const model = createFakeModel(() => reply('yes'));
    await expect(executeRun(fakeOptions(ledger, model))).rejects.toMatchObject({ code: 'data' });
    await expect(executeRun(fakeOptions(ledger, model, { tasks: [] }))).rejects.toMatchObject({ code: 'missing' });
    await expect(executeRun(fakeOptions(ledger, { ...model, capabilities: new Set() }))).rejects.toMatchObject({ code: 'misuse' });
    await expect(executeRun(fakeOptions(ledger, model, { limits: { concurrency: 0 } }))).rejects.toMatchObject({ code: 'misuse' });
    await expect(executeRun(fakeOptions(ledger, model, { runId: 'none' }))).rejects.toMatchObject({ code: 'missing' });
    expect(model.asked).toEqual([]);
  });

  it('numbers the requests of a sample and names its cluster to the provider', async () => {
    const ledger = await withRun(createMemoryLedger(), [fakeSample('s/中', { cluster: 'haystack-1' })]);
    const model = createFakeModel(failing('server', 1));
    await executeRun(fakeOptions(ledger, model, { clock: createFakeClock() }));
    expect(model.requests.map(({ attemptId, cacheKey }) => [attemptId, cacheKey])).toEqual([
      ['r1/s/%E4%B8%AD/1.1', 'haystack-1'],
      ['r1/s/%E4%B8%AD/1.2', 'haystack-1'],
    ]);
  });

  it('repeats only the step that failed', async () => {
    const sample = fakeSample('s/0');
    const steps = ['one', 'two'].map((text) => ({
      messages: [{ from: 'user' as const, blocks: [{ role: 'question' as const, pieces: [{ text }] }] }],
      output: { maxTokens: 5 },
    }));
    const ledger = await withRun(createMemoryLedger(), [
      { ...sample, ask: { kind: 'generate', steps, fit: { policy: 'exact', tokenizer: 'characters' } } },
    ]);
    const model = createFakeModel((id, nth) =>
      id === 'two' ? failing('server', 1)(id, nth, new AbortController().signal) : reply('first'),
    );
    await executeRun(fakeOptions(ledger, model, { clock: createFakeClock() }));
    expect(model.asked).toEqual(['one', 'two', 'two']);
    expect((await rowsOf(ledger))[0]!.outcome).toMatchObject({
      attempts: 3,
      calls: [{ text: 'first' }, { text: 'yes' }],
      result: { status: 'ok' },
    });
  });
});
