import { expect, test } from 'vitest';
import type { Result } from '../core/index.ts';
import { createOutageGuard } from './outage-guard.ts';

const failed: Result = { status: 'error', reason: 'server', detail: '503' };
const refused: Result = { status: 'error', reason: 'context', detail: 'too long' };

test('eight failures in a row, or two rounds of the workers, are an outage', () => {
  const verdicts = (concurrency: number) => {
    const guard = createOutageGuard({ startConcurrency: concurrency });
    return Array.from({ length: 20 }, () => guard.saw(failed, 'm') !== undefined).indexOf(true);
  };
  expect([verdicts(1), verdicts(4), verdicts(8)]).toEqual([7, 7, 15]);
});

test('anything else in between starts the count anew', () => {
  const guard = createOutageGuard({ startConcurrency: 1 });
  for (let i = 0; i < 30; i++) expect(guard.saw(i % 7 === 6 ? refused : failed, 'm')).toBeUndefined();
});
