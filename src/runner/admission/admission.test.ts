import { describe, expect, it } from 'vitest';
import { ModelError } from '../../core/index.ts';
import { createFakeClock } from '../fake-clock.fixture.ts';
import { resolveRunLimits, type RunLimits } from '../run-limits.ts';
import { createAdmission } from './admission.ts';

const calm = new AbortController().signal;

/** An admission with a clock, and requests that take `ms` and say when they began (seconds). */
function gate(asked: Partial<RunLimits>) {
  const clock = createFakeClock();
  const startMs = clock.now();
  const admission = createAdmission(resolveRunLimits(asked), clock);
  let inside = 0;
  const most = { requests: 0 };
  const ask = (tokens: number, ms: number, { urgent = false, signal = calm, fail = undefined as Error | undefined } = {}) =>
    admission.admit({ tokens, urgent, signal }, async () => {
      most.requests = Math.max(most.requests, (inside += 1));
      const beganSeconds = (clock.now() - startMs) / 1000;
      await clock.wait(ms);
      inside -= 1;
      if (fail) throw fail;
      return beganSeconds;
    });
  return { clock, admission, ask, most };
}

describe('createAdmission', () => {
  it('admits in order, never more than it may, also after failures', async () => {
    const { ask, most } = gate({ concurrency: 2 });
    const ends = await Promise.allSettled([0, 1, 2, 3, 4].map((i) => ask(1, 1000 + i, i === 1 ? { fail: new Error('failed') } : {})));
    expect(ends.map((end) => (end.status === 'fulfilled' ? Math.floor(end.value) : 'failed'))).toEqual([0, 'failed', 1, 1, 2]);
    expect(most.requests).toBe(2);
  });

  it('holds everyone until the longest wait has passed; who waits when the run ends does not go out', async () => {
    const { admission, ask } = gate({ concurrency: 2 });
    admission.hold(5000);
    admission.hold(1000);
    const ending = new AbortController();
    const left = ask(1, 10, { signal: ending.signal });
    const held = ask(1, 10);
    ending.abort();
    await expect(left).rejects.toMatchObject({ kind: 'aborted' });
    expect(await held).toBe(5);
  });

  it('keeps the tokens in flight below their limit: sixteen long prompts are not sixteen short ones', async () => {
    const { ask, most } = gate({ concurrency: 16, tokensInFlight: 2_000_000 });
    await Promise.all(Array.from({ length: 8 }, () => ask(1_000_000, 1000)));
    expect(most.requests).toBe(2);
    await Promise.all(Array.from({ length: 16 }, () => ask(1000, 1000)));
    expect(most.requests).toBe(16);
    expect(await ask(5_000_000, 10)).toBeGreaterThan(0);
  });

  it('sends no more requests and tokens in any minute than it may', async () => {
    const { ask } = gate({ concurrency: 100, requestsPerMinute: 3 });
    expect(await Promise.all(Array.from({ length: 7 }, () => ask(1, 1)))).toEqual([0, 0, 0, 62, 62, 62, 124]);
    const tokens = gate({ concurrency: 100, tokensPerMinute: 1000 });
    expect(await Promise.all([600, 400, 100, 5000, 1].map((size) => tokens.ask(size, 1)))).toEqual([0, 0, 62, 124, 186]);
  });

  it('keeps the minute when requests reach the server late, and when the date is set', async () => {
    const { clock, admission } = gate({ concurrency: 100, requestsPerMinute: 3 });
    const arrivals: number[] = [];
    // The first three wait for their connections to open.
    const send = (i: number) =>
      admission.admit({ tokens: 1, urgent: false, signal: calm }, async () => {
        await clock.wait(i < 3 ? 900 : 1);
        arrivals.push(clock.elapsed());
        if (i === 2) clock.setDate(3_600_000);
        if (i === 5) clock.setDate(-3_600_000);
      });
    await Promise.all(Array.from({ length: 9 }, (_, i) => send(i)));
    const spans = arrivals.slice(3).map((atMs, i) => atMs - arrivals[i]!);
    expect(Math.min(...spans)).toBeGreaterThan(60_000);
    expect(arrivals.at(-1)).toBeLessThan(130_000);
  });

  it('lets the next step of an answer in flight go first', async () => {
    const { ask } = gate({ concurrency: 1 });
    const [, second, urgent] = await Promise.all([ask(1, 1000), ask(1, 1000), ask(1, 1000, { urgent: true })]);
    expect([second, urgent]).toEqual([2, 1]);
  });

  it('sends fewer at a time after a 429, and more again when answers come', async () => {
    const { ask, admission, clock } = gate({ concurrency: 10 });
    const tooMuch = new ModelError('rate', 'too many requests');
    await Promise.allSettled(Array.from({ length: 10 }, () => ask(1, 10, { fail: tooMuch })));
    expect(admission.limit()).toBe(8);
    await clock.wait(20_000);
    await Promise.all(Array.from({ length: 300 }, () => ask(1, 10)));
    expect(admission.limit()).toBe(10);
  });
});
