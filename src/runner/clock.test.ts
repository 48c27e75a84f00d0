import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';

describe('systemClock', () => {
  it('ends a wait of a year at once when it is aborted, and lets go of the signal', async () => {
    const abort = new AbortController();
    const waiting = systemClock.wait(365 * 24 * 3_600_000, abort.signal);
    expect(getEventListeners(abort.signal, 'abort').length).toBe(1);
    abort.abort();
    await waiting;
    expect(getEventListeners(abort.signal, 'abort').length).toBe(0);
  });

  it('does not begin to wait for a signal that is aborted already', async () => {
    await expect(systemClock.wait(365 * 24 * 3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
  });

  it('waits', async () => {
    const begin = performance.now();
    await systemClock.wait(5);
    expect(performance.now() - begin).toBeGreaterThanOrEqual(4);
  });
});
