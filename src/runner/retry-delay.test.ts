import { describe, expect, it } from 'vitest';
import { ModelError, type ModelErrorKind } from '../core/index.ts';
import { decideRetry } from './retry-delay.ts';
import { DEFAULT_RUN_LIMITS } from './run-limits.ts';

function waits(kind: ModelErrorKind, place: string): readonly number[] {
  return [1, 2, 3, 4].map((attempt) => {
    const decision = decideRetry(new ModelError(kind, 'x'), { attempt, place, limits: DEFAULT_RUN_LIMITS });
    return 'waitMs' in decision ? decision.waitMs : Number.NaN;
  });
}

describe('decideRetry', () => {
  it.each([
    ['server', [1000, 2000, 4000, 8000]],
    ['rate', [5000, 10_000, 20_000, 40_000]],
  ] as const)('doubles the wait after %s trouble, spread by up to half, within the limit', (kind, least) => {
    for (const place of ['a', 'b', 'c', 'd', 'e']) {
      waits(kind, place).forEach((ms, i) => {
        expect(ms).toBeGreaterThanOrEqual(least[i]!);
        expect(ms).toBeLessThanOrEqual(Math.min(60_000, 1.5 * least[i]!));
      });
    }
  });

  it('spreads samples apart, the same way every time', () => {
    expect(waits('server', 'a')).toEqual(waits('server', 'a'));
    expect(new Set(['a', 'b', 'c', 'd'].map((place) => waits('server', place)[0])).size).toBe(4);
  });

  it('takes a server at its word, up to the limit', () => {
    const decide = (retryAfterMs: number) =>
      decideRetry(new ModelError('rate', 'x', { retryAfterMs }), { attempt: 1, place: 'a', limits: DEFAULT_RUN_LIMITS });
    expect([decide(1), decide(60_000), decide(60_001)]).toEqual([
      { waitMs: 1 },
      { waitMs: 60_000 },
      { why: 'the server asks to wait 60.001 s, the limit is 60 s' },
    ]);
    expect(decide(0)).toEqual({ waitMs: waits('rate', 'a')[0] });
  });

  it('repeats at most maxAttempts times and only what may pass', () => {
    const decide = (kind: ModelErrorKind, attempt: number) =>
      decideRetry(new ModelError(kind, 'x'), { attempt, place: 'a', limits: DEFAULT_RUN_LIMITS });
    expect(decide('server', 5)).toEqual({ why: 'after 5 attempts' });
    expect((['auth', 'quota', 'context', 'invalid', 'aborted'] as const).map((kind) => decide(kind, 1))).toEqual(
      Array.from({ length: 5 }, () => ({ why: '' })),
    );
  });
});
