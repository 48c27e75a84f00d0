import { describe, expect, it } from 'vitest';
import { FathomError, ModelError, type Ledger } from '../core/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { executeRun } from './execute-run.ts';
import { createFakeClock } from './fake-clock.fixture.ts';
import { createFakeModel, failing, fakeOptions, fakeSamples, reply, resultsOf, withRun } from './fake-run.fixture.ts';
import type { RunEvent } from './run-event.ts';

describe('the end of executeRun', () => {
  it.each([
    ['auth', 'missing', 'fake/one refuses the key (auth trouble).'],
    ['quota', 'incomplete', 'fake/one has no quota left (quota trouble).'],
  ] as const)('stops the run at trouble of kind %s, and goes on when it is mended', async (kind, code, message) => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(10));
    const model = createFakeModel((id) => {
      if (id === 's/2') throw new ModelError(kind, `${kind} trouble`);
      return reply('yes');
    });
    const end = await executeRun(fakeOptions(ledger, model, { clock: createFakeClock(), limits: { concurrency: 1 } }));
    expect([end.status, end.cause, end.error?.code, end.error?.message]).toEqual(['incomplete', 'error', code, message]);
    expect(await resultsOf(ledger)).toEqual(['ok 1', 'ok 1', ...Array.from({ length: 8 }, () => 'pending')]);
    const mended = createFakeModel(() => reply('yes'));
    expect((await executeRun(fakeOptions(ledger, mended, { clock: createFakeClock(), limits: { concurrency: 1 } }))).status).toBe(
      'complete',
    );
    expect(mended.asked).toEqual(['s/2', 's/3', 's/4', 's/5', 's/6', 's/7', 's/8', 's/9']);
  });

  it('stops at a server that is not there and leaves every sample pending', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1000));
    const model = createFakeModel(failing('network', 99));
    const end = await executeRun(fakeOptions(ledger, model, { clock: createFakeClock() }));
    expect([end.cause, end.error?.code, end.error?.message]).toEqual([
      'error',
      'missing',
      'No answer from fake/one: network trouble (after 5 attempts)',
    ]);
    expect(end.summary).toMatchObject({ pending: 1000, errors: 0 });
    // While the last of the first four waits for its retries, the others may take one more each.
    expect(new Set(model.asked).size).toBeLessThanOrEqual(7);
  });

  it('records network trouble of a sample when the server answers others', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(6));
    const clock = createFakeClock();
    const model = createFakeModel(async (id) => {
      if (id === 's/0' || id === 's/1') throw new ModelError('network', 'reset');
      // By now the first two have failed, and nothing was heard of the server yet.
      await clock.wait(10);
      return reply('yes');
    });
    const end = await executeRun(fakeOptions(ledger, model, { clock, limits: { concurrency: 3, maxAttempts: 1 } }));
    expect(await resultsOf(ledger)).toEqual(['network', 'network', 'ok 1', 'ok 1', 'ok 1', 'ok 1']);
    expect([end.status, end.summary.passingErrors, end.error]).toEqual(['incomplete', 2, undefined]);
    const again = await executeRun(
      fakeOptions(
        ledger,
        createFakeModel(async () => reply('yes')),
        { clock },
      ),
    );
    expect([again.status, again.summary.ok, again.summary.errors]).toEqual(['complete', 6, 0]);
  });

  it('leaves no timer and no listener behind', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(50));
    const clock = createFakeClock();
    const stop = new AbortController();
    let listeners = 0;
    const { signal } = stop;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = ((...args: Parameters<typeof add>) => void ((listeners += 1), add(...args))) as typeof add;
    signal.removeEventListener = ((...args: Parameters<typeof remove>) => void ((listeners -= 1), remove(...args))) as typeof remove;
    const model = createFakeModel(() => reply('yes'));
    await executeRun(fakeOptions(ledger, model, { clock, limits: { requestTimeoutMs: 1000 }, signals: { stop: signal } }));
    expect([listeners, clock.open(), clock.waited]).toEqual([0, 0, []]);
  });

  it('drains: begins nothing new and finishes what is in flight', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(10));
    const clock = createFakeClock();
    const drain = new AbortController();
    const model = createFakeModel(async (id) => {
      await clock.wait(10);
      if (id === 's/3') drain.abort();
      return reply('yes');
    });
    const end = await executeRun(fakeOptions(ledger, model, { clock, limits: { concurrency: 2 }, signals: { drain: drain.signal } }));
    expect([end.status, end.cause, end.error]).toEqual(['incomplete', 'drain', undefined]);
    expect([model.open(), model.asked.length, end.summary.ok]).toEqual([0, end.summary.ok, model.asked.length]);
    expect((await ledger.run('r1'))?.status).toBe('incomplete');
    const rest = createFakeModel(() => reply('yes'));
    await executeRun(fakeOptions(ledger, rest, { clock }));
    expect(model.asked.concat(rest.asked).sort()).toEqual(fakeSamples(10).map((sample) => sample.id));
  });

  it('drains: makes no error of a request that fails meanwhile', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    const drain = new AbortController();
    const clock = createFakeClock();
    const model = createFakeModel(() => {
      drain.abort();
      throw new ModelError('server', 'restarting');
    });
    const end = await executeRun(fakeOptions(ledger, model, { clock, signals: { drain: drain.signal } }));
    expect([end.cause, clock.waited, await resultsOf(ledger)]).toEqual(['drain', [], ['pending']]);
  });

  it('drains: does not wait for a retry, and leaves its sample pending', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    const drain = new AbortController();
    const clock = createFakeClock();
    const onEvent = (event: RunEvent): void => {
      if (event.type === 'retry') drain.abort();
    };
    const end = await executeRun(
      fakeOptions(ledger, createFakeModel(failing('server', 1)), { clock, onEvent, signals: { drain: drain.signal } }),
    );
    expect([end.status, end.cause, clock.waited]).toEqual(['incomplete', 'drain', []]);
    expect(await resultsOf(ledger)).toEqual(['pending']);
  });

  it('stops: aborts what is in flight and leaves it pending', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(6));
    const stop = new AbortController();
    const aborted: string[] = [];
    const model = createFakeModel((id, _, signal) => {
      if (id === 's/0') return reply('yes');
      if (id === 's/3') setImmediate(() => stop.abort());
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          aborted.push(id);
          reject(new ModelError('aborted', 'gone'));
        });
      });
    });
    const end = await executeRun(
      fakeOptions(ledger, model, { clock: createFakeClock(), limits: { concurrency: 3 }, signals: { stop: stop.signal } }),
    );
    expect([end.status, end.cause, aborted.sort()]).toEqual(['incomplete', 'stop', ['s/1', 's/2', 's/3']]);
    expect(await resultsOf(ledger)).toEqual(['ok 1', 'pending', 'pending', 'pending', 'pending', 'pending']);
  });

  it('stops at trouble that would meet every sample', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(50));
    const digestPrompt = (): never => {
      throw new FathomError('data', 'The corpus changed.');
    };
    const end = await executeRun(fakeOptions(ledger, createFakeModel(failing('server', 0)), { digestPrompt, clock: createFakeClock() }));
    expect([end.cause, end.error?.message, end.summary.pending]).toEqual(['error', 'The corpus changed.', 50]);
  });

  it('stops with the error of a ledger that fails', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(20));
    const full = new FathomError('storage', 'no room');
    const broken: Ledger = Object.assign(Object.create(ledger) as Ledger, {
      pending: ledger.pending.bind(ledger),
      rows: ledger.rows.bind(ledger),
      setStatus: ledger.setStatus.bind(ledger),
      beginSession: ledger.beginSession.bind(ledger),
      record: () => Promise.reject(full),
    });
    const model = createFakeModel(() => reply('yes'));
    await expect(executeRun(fakeOptions(broken, model, { clock: createFakeClock() }))).rejects.toBe(full);
    expect(model.asked.length).toBe(4);
    expect((await ledger.run('r1'))?.status).toBe('incomplete');
  });
});
