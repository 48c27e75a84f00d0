import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Progress } from '../runner/index.ts';
import { createProgressLine, describeProgress, duration } from './progress-line.ts';

const progress: Progress = {
  done: 312,
  total: 880,
  ok: 310,
  errors: 1,
  skipped: 1,
  scoreMean: 0.974,
  promptTokensDone: 1,
  promptTokens: 2,
  retries: 2,
  truncationSuspected: 0,
  samplesPerSecond: 41.2,
  waitingMs: null,
  etaMs: 72_000,
};

test('says how far, how well, how fast and how long', () => {
  expect(describeProgress(progress)).toBe(
    '███████░░░░░░░░░░░░░ 312/880 35% · mean 97.4 · 41/s · 1 error · 1 skipped · 2 retries · 1m 12s left',
  );
  expect(
    describeProgress({ ...progress, done: 0, scoreMean: null, samplesPerSecond: null, etaMs: null, errors: 0, skipped: 0, retries: 0 }),
  ).toBe('░░░░░░░░░░░░░░░░░░░░ 0/880 0%');
});

test('says why it stands still', () => {
  const waiting = describeProgress({ ...progress, waitingMs: 4800, retries: 0, errors: 0, skipped: 0 });
  expect(waiting).toContain('312/880 35% · waiting 5 s: the server asks for fewer requests (429) · mean 97.4');
});

test('durations read well', () => {
  expect([12, 999, 1000, 59_400, 65_000, 7_800_000].map(duration)).toEqual(['12 ms', '999 ms', '1 s', '59 s', '1m 05s', '2h 10m']);
});

test('without a terminal it prints whole lines, seldom, and the last one always', () => {
  const stream = new PassThrough();
  let ms = 0;
  const line = createProgressLine(stream as never, { now: () => ms, label: 'baseline oracle' });
  for (let done = 0; done <= 880; done++) {
    ms += 50;
    line.update(describeProgress({ ...progress, done }));
  }
  line.note('a word in between');
  line.end();
  const printed = String(stream.read()).trimEnd().split('\n');
  expect(printed.map((each) => each.split(' ')[3])).toEqual(['199/880', '399/880', '599/880', '799/880', 'between', '880/880']);
  expect(printed[0]).toMatch(/^baseline oracle █/);
});
