import { describe, expect, it } from 'vitest';
import { createAdaptiveConcurrency } from './adaptive-concurrency.ts';

/** Answers in rounds of the present limit; a server that does `most` at a time takes longer for more. Gives the limit after each round. */
function rounds(
  adaptive: ReturnType<typeof createAdaptiveConcurrency>,
  count: number,
  { most, startMs = 0 }: { most: number; startMs?: number },
) {
  let nowMs = startMs;
  return Array.from({ length: count }, () => {
    const limit = adaptive.limit();
    const roundMs = 1000 * Math.max(1, limit / most);
    for (let i = 1; i <= limit; i++) adaptive.answered(nowMs + (roundMs * i) / limit, { work: 1000, inFlight: limit });
    nowMs += roundMs;
    return adaptive.limit();
  });
}

describe('createAdaptiveConcurrency', () => {
  it('doubles while more at a time bring more tokens per second, and goes back when they no longer do', () => {
    const adaptive = createAdaptiveConcurrency({ start: 4, most: 100 });
    expect(rounds(adaptive, 8, { most: 16 })).toEqual([8, 16, 32, 16, 16, 16, 16, 16]);
  });

  it('never goes beyond its ceiling, nor grows when the limit is not used', () => {
    const adaptive = createAdaptiveConcurrency({ start: 4, most: 10 });
    for (let i = 0; i < 40; i++) adaptive.answered(i, { work: 1, inFlight: 1 });
    expect(adaptive.limit()).toBe(4);
    expect(rounds(adaptive, 3, { most: 1000, startMs: 100 })).toEqual([8, 10, 10]);
  });

  it('takes a fifth away after a 429, once for those that came together, and keeps away as long as the server asks', () => {
    const adaptive = createAdaptiveConcurrency({ start: 20, most: 100 });
    for (const atMs of [0, 10, 20]) adaptive.refused(atMs);
    expect(adaptive.limit()).toBe(16);
    adaptive.refused(15_000, 60_000);
    expect(adaptive.limit()).toBe(12);
    adaptive.refused(70_000);
    expect(adaptive.limit()).toBe(12);
    expect(rounds(adaptive, 1, { most: 1000, startMs: 72_000 })).toEqual([12]);
    expect(rounds(adaptive, 2, { most: 1000, startMs: 90_000 })).toEqual([13, 14]);
  });

  it('does not take trouble of the server for too much load: it only stops growing for a while', () => {
    const adaptive = createAdaptiveConcurrency({ start: 4, most: 100 });
    adaptive.troubled(0);
    expect(rounds(adaptive, 3, { most: 1000, startMs: 1000 })).toEqual([4, 4, 4]);
    expect(rounds(adaptive, 2, { most: 1000, startMs: 16_000 })).toEqual([8, 16]);
  });

  it('keeps at least one', () => {
    const adaptive = createAdaptiveConcurrency({ start: 2, most: 2 });
    for (let i = 0; i < 5; i++) adaptive.refused(i * 20_000);
    expect(adaptive.limit()).toBe(1);
  });
});
