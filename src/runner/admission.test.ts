import { describe, expect, it } from 'vitest';
import { createAdmission } from './admission.ts';
import { createFakeClock } from './fake-clock.fixture.ts';

const calm = new AbortController().signal;

describe('createAdmission', () => {
  it('admits in order, never more than it may, also after failures', async () => {
    const clock = createFakeClock();
    const admission = createAdmission(2, clock);
    const begun: number[] = [];
    let inside = 0;
    let most = 0;
    const work = async (i: number): Promise<number> => {
      begun.push(i);
      most = Math.max(most, (inside += 1));
      await clock.wait(10 + i);
      inside -= 1;
      if (i === 1) throw new Error('failed');
      return i;
    };
    const ends = await Promise.allSettled([0, 1, 2, 3, 4].map((i) => admission.admit(() => work(i), calm)));
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : 'failed'))).toEqual([0, 'failed', 2, 3, 4]);
    expect([begun, most, inside]).toEqual([[0, 1, 2, 3, 4], 2, 0]);
  });

  it('holds everyone until the longest wait has passed, or the run ends', async () => {
    const clock = createFakeClock();
    const start = clock.now();
    const admission = createAdmission(2, clock);
    admission.hold(5000);
    admission.hold(1000);
    const abort = new AbortController();
    abort.abort();
    const times = await Promise.all([calm, abort.signal].map((signal) => admission.admit(async () => clock.now() - start, signal)));
    expect(times).toEqual([5000, 0]);
  });
});
