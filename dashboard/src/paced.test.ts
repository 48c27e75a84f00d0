import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from './paced.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Work that ends when it is told to. */
function work() {
  const ends: (() => void)[] = [];
  const begin = vi.fn<() => Promise<void>>(() => new Promise((resolve) => ends.push(resolve)));
  return {
    begin,
    async end() {
      ends.shift()?.();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

test('work is never under way twice, and what was asked meanwhile is done once after the pause', async () => {
  const { begin, end } = work();
  const loads = paced(begin, 2000);
  loads.ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(begin).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 5; i++) loads.ask();
  await vi.advanceTimersByTimeAsync(500);
  expect(begin).toHaveBeenCalledTimes(1);
  await end();
  await vi.advanceTimersByTimeAsync(1499);
  expect(begin).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(begin).toHaveBeenCalledTimes(2);
  await end();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(begin).toHaveBeenCalledTimes(2);
});

test('work that takes long is followed by as long a rest', async () => {
  const { begin, end } = work();
  const loads = paced(begin, 2000);
  loads.ask();
  await vi.advanceTimersByTimeAsync(5000);
  loads.ask();
  await end();
  await vi.advanceTimersByTimeAsync(4999);
  expect(begin).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(begin).toHaveBeenCalledTimes(2);
});

test('nothing begins after the stop, whether waiting or under way', async () => {
  const { begin, end } = work();
  const waiting = paced(begin, 2000);
  waiting.ask();
  waiting.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(begin).toHaveBeenCalledTimes(0);
  const busy = paced(begin, 2000);
  busy.ask();
  await vi.advanceTimersByTimeAsync(0);
  busy.ask();
  busy.stop();
  await end();
  await vi.advanceTimersByTimeAsync(5000);
  expect(begin).toHaveBeenCalledTimes(1);
});
