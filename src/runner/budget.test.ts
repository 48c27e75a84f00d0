import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { createBudget } from './budget.ts';

const PRICES = { inputUsdPerMTok: 1, outputUsdPerMTok: 10, cachedInputUsdPerMTok: 0.1 };

describe('createBudget', () => {
  it('is never overspent by a provider that counts as we do, whatever is in flight', () => {
    const request = fc.record({ promptTokens: fc.integer({ min: 1, max: 1000 }), maxAnswerTokens: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 50 }), fc.integer({ min: 1, max: 4 }), (requests, inFlight) => {
        const budget = createBudget({ tokens: 5000 });
        const out: (typeof requests)[number][] = [];
        const end = () => {
          const done = out.shift()!;
          budget.settle(done, { inputTokens: done.promptTokens, outputTokens: done.maxAnswerTokens });
        };
        for (const each of requests) {
          if (out.length === inFlight) end();
          if (budget.reserve(each) === 'reserved') out.push(each);
        }
        while (out.length > 0) end();
        expect(budget.spent().tokens).toBeLessThanOrEqual(5000);
      }),
    );
  });

  it('counts money by what was cached, and earlier sittings', () => {
    const budget = createBudget({ usd: 2 }, { prices: PRICES, spent: { tokens: 10, usd: 0.5 } });
    const request = { promptTokens: 1_000_000, maxAnswerTokens: 10_000 };
    expect(budget.reserve(request)).toBe('reserved');
    expect(budget.reserve({ ...request })).toBe('later');
    budget.settle(request, { inputTokens: 1_000_000, cachedTokens: 900_000, outputTokens: 1000 });
    expect(budget.spent()).toEqual({ tokens: 1_001_010, usd: 0.5 + 0.1 + 0.09 + 0.01 });
    expect(budget.reserve({ ...request })).toBe('reserved');
  });

  it('learns that a provider counts more tokens than we do; a failure is free', () => {
    const budget = createBudget({ tokens: 3000 });
    const first = { promptTokens: 1000, maxAnswerTokens: 10 };
    budget.reserve(first);
    budget.settle(first, { inputTokens: 1500, outputTokens: 5 });
    const second = { promptTokens: 1000, maxAnswerTokens: 10 };
    expect(budget.reserve(second)).toBe('over');
    expect(budget.reserve({ promptTokens: 900, maxAnswerTokens: 10 })).toBe('reserved');
    const alone = createBudget({ tokens: 2000 });
    alone.reserve(second);
    alone.settle(second, undefined);
    expect(alone.spent().tokens).toBe(0);
  });

  it('needs prices for money', () => {
    expect(() => createBudget({ usd: 1 })).toThrow('prices');
  });
});
