import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../store/index.ts';
import { createBudget, spentOf } from './budget.ts';
import { executeRun } from './execute-run.ts';
import { createFakeClock } from './fake-clock.fixture.ts';
import { createFakeModel, failing, fakeOptions, fakeSample, fakeSamples, reply, resultsOf, withRun } from './fake-run.fixture.ts';

describe('executeRun within its limits', () => {
  it('stops before the budget is exceeded, leaves the rest pending, and goes on with a larger one', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(10));
    const model = createFakeModel(() => reply('yes'));
    const budget = createBudget({ tokens: 450 });
    const end = await executeRun(fakeOptions(ledger, model, { clock: createFakeClock(), budget }));
    expect(end).toMatchObject({ status: 'incomplete', cause: 'budget', summary: { ok: 4, pending: 6, usage: { inputTokens: 400 } } });
    expect(budget.spent().tokens).toBe(4 * 102);
    const more = createBudget({ tokens: 5000 }, { spent: budget.spent() });
    expect(await executeRun(fakeOptions(ledger, model, { clock: createFakeClock(), budget: more }))).toMatchObject({ status: 'complete' });
    expect(model.asked).toHaveLength(10);
  });

  it('waits for those in flight rather than take what they reserve for spent', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(10));
    const clock = createFakeClock();
    const model = createFakeModel(async () => {
      await clock.wait(10);
      return reply('yes');
    });
    // Each prompt may take 110 tokens and takes 102.
    const budget = createBudget({ tokens: 9 * 102 + 110 });
    expect(await executeRun(fakeOptions(ledger, model, { clock, budget, limits: { concurrency: 8 } }))).toMatchObject({
      status: 'complete',
    });
    expect([model.mostOpen(), budget.spent().tokens]).toEqual([8, 1020]);
  });

  it('leaves what could exceed the budget and asks what cannot: a second sitting finds nothing that fits', async () => {
    const samples = [100, 400, 100, 400, 100].map((promptTokens, i) => fakeSample(`s/${i}`, { promptTokens }));
    const ledger = await withRun(createMemoryLedger(), samples);
    const model = createFakeModel((id) => reply('yes', { usage: { inputTokens: Number(id.slice(2)) % 2 ? 400 : 100, outputTokens: 2 } }));
    const budget = createBudget({ tokens: 720 });
    const end = await executeRun(fakeOptions(ledger, model, { clock: createFakeClock(), budget }));
    expect(end).toMatchObject({ status: 'incomplete', cause: 'budget' });
    expect(await resultsOf(ledger)).toEqual(['ok 1', 'ok 1', 'ok 1', 'pending', 'ok 1']);
    const again = createBudget({ tokens: 720 }, { spent: await spentOf(ledger, 'r1') });
    await executeRun(fakeOptions(ledger, model, { clock: createFakeClock(), budget: again }));
    expect(model.asked).toHaveLength(4);
  });

  it('begins nothing new once its time is over, and finishes what is in flight', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(10));
    const clock = createFakeClock();
    const model = createFakeModel(async () => {
      await clock.wait(1000);
      return reply('yes');
    });
    const end = await executeRun(fakeOptions(ledger, model, { clock, limits: { concurrency: 2, runDeadlineMs: 2500 } }));
    expect(end).toMatchObject({ status: 'incomplete', cause: 'deadline', summary: { ok: 6, pending: 4 } });
    expect(clock.open()).toBe(0);
  });

  it('gives a call up when its deadline leaves no room for another attempt', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    const model = createFakeModel(failing('server', 100));
    await executeRun(fakeOptions(ledger, model, { clock: createFakeClock(), limits: { maxAttempts: 100, callDeadlineMs: 10_000 } }));
    expect(model.asked.length).toBeGreaterThan(1);
    expect(model.asked.length).toBeLessThan(6);
    expect(await resultsOf(ledger)).toEqual(['server']);
  });

  it('cuts a request at the deadline of its call', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    const clock = createFakeClock();
    const model = createFakeModel(
      (_id, _nth, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const startMs = clock.now();
    await executeRun(fakeOptions(ledger, model, { clock, limits: { callDeadlineMs: 5000 } }));
    expect(await resultsOf(ledger)).toEqual(['timeout']);
    expect(clock.now() - startMs).toBe(5000);
  });

  it('uses up no attempts where a server says how long to wait, and still ends where it answers nobody', async () => {
    const paced = await withRun(createMemoryLedger(), fakeSamples(3));
    const busy = createFakeModel(failing('rate', 7, { retryAfterMs: 1000 }));
    expect(await executeRun(fakeOptions(paced, busy, { clock: createFakeClock() }))).toMatchObject({ status: 'complete' });
    const never = await withRun(createMemoryLedger(), fakeSamples(100));
    const shut = createFakeModel(failing('rate', Infinity, { retryAfterMs: 1000 }));
    const end = await executeRun(fakeOptions(never, shut, { clock: createFakeClock() }));
    expect(end.error?.message).toMatch(/samples in a row failed/);
    expect(shut.asked.length).toBeLessThan(120);
  });

  it('tells every 429 to the controller: fewer go out at once afterwards', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(60));
    const clock = createFakeClock();
    let limited = true;
    const model = createFakeModel(async (id, nth) => {
      await clock.wait(100);
      if (limited && nth === 0 && Number(id.slice(2)) < 10) return failing('rate', 1)(id, nth, new AbortController().signal);
      limited = false;
      return reply('yes');
    });
    const end = await executeRun(fakeOptions(ledger, model, { clock, limits: { concurrency: 10 } }));
    expect(end.status).toBe('complete');
    expect(model.mostOpen()).toBe(10);
    const late = model.asked.length;
    expect(late).toBeGreaterThan(60);
  });
});
