import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Outcome, Sample } from '../../core/index.ts';
import { fakeSample } from '../fake-run.fixture.ts';
import { resolveRunLimits, type RunLimits } from '../run-limits.ts';
import { ORDERS, promptTrie, scheduleOf, simulateOrder, trieBound, type OrderName } from './index.ts';

const BYTES_PER_TOKEN = 4;
const server = { limits: resolveRunLimits({ concurrency: 16 }), msPerPromptToken: 0.1, msPerRequest: 500 };

/** A grid on nested haystacks: the needle of a prompt stands at its depth, and nothing is shared behind it. */
function grid(shape: { readonly lengths: readonly number[]; readonly depths: readonly number[]; readonly repeats: number }): Sample[] {
  const cells = shape.lengths.flatMap((length) =>
    shape.depths.flatMap((depth) => Array.from({ length: shape.repeats }, (_, repeat) => ({ length, depth, repeat }))),
  );
  return cells.map(({ length, depth, repeat }) => {
    const bytes = length * BYTES_PER_TOKEN;
    const at = Math.floor((bytes * depth) / 100);
    const pieces = [
      { doc: `haystack-${repeat}`, from: 0, to: at },
      { text: `needle ${length}/${depth}/${repeat}` },
      { doc: `haystack-${repeat}`, from: at, to: bytes },
    ].filter((piece) => piece.doc === undefined || piece.to > piece.from);
    const messages = [{ from: 'user' as const, blocks: [{ role: 'context' as const, pieces }] }];
    return fakeSample(`${length}/${depth}/${repeat}`, {
      ask: { kind: 'generate', steps: [{ messages, output: { maxTokens: 10 } }], fit: { policy: 'exact', tokenizer: 'characters' } },
      cell: { askedTokens: length, depthPercent: depth, repeat },
      promptTokens: length,
    });
  });
}

const doubling = (from: number, count: number) => Array.from({ length: count }, (_, i) => from * 2 ** i);
const GRID = grid({ lengths: doubling(1000, 8), depths: Array.from({ length: 11 }, (_, i) => i * 10), repeats: 10 });

function played(order: OrderName, cacheTokens: number, samples = GRID) {
  const { cachedTokens, promptTokens, wallMs } = simulateOrder(samples, scheduleOf(order, { cacheTokens })(samples), {
    server: { ...server, cacheTokens },
  });
  return { share: cachedTokens / promptTokens, wallMs };
}

describe('the order of a run', () => {
  it('`cache` gets what the prompt trie has to give from a 128k grid, from caches of 0.25M and 1M tokens', () => {
    const bound = trieBound(promptTrie(GRID));
    expect(bound).toBeGreaterThan(0.43);
    for (const cacheTokens of [250_000, 1_000_000]) {
      const { share } = played('cache', cacheTokens);
      expect(share).toBeGreaterThanOrEqual(0.42);
      expect(share).toBeLessThanOrEqual(bound + 1e-9);
      expect(share).toBeGreaterThan(played('fast', cacheTokens).share + 0.1);
      expect(share).toBeGreaterThan(played('plan', cacheTokens).share + 0.1);
    }
  });

  it('asks every sample exactly once in every order, whatever the grid, the cache and the failures', () => {
    const shape = fc.record({
      lengths: fc.uniqueArray(
        fc.integer({ min: 1, max: 40 }).map((k) => k * 1000),
        { minLength: 1, maxLength: 4 },
      ),
      depths: fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
      repeats: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        shape,
        fc.constantFrom(...ORDERS),
        fc.integer({ min: 1000, max: 200_000 }),
        fc.infiniteStream(fc.nat(99)),
        (of, order, cacheTokens, luck) => {
          const samples = grid(of);
          const schedule = scheduleOf(order, { cacheTokens })(samples);
          const begun: string[] = [];
          const inFlight: Sample[] = [];
          for (;;) {
            const sample = inFlight.length < 4 ? schedule.next() : undefined;
            if (sample) {
              begun.push(sample.id);
              inFlight.push(sample);
              continue;
            }
            const at = luck.next().value % Math.max(1, inFlight.length);
            const [done] = inFlight.splice(at, 1);
            if (!done) break;
            schedule.settled(done, luck.next().value < 30 ? undefined : outcomeOf(done));
          }
          expect([...begun].sort()).toEqual(samples.map(({ id }) => id).sort());
        },
      ),
    );
  });

  it('`balanced` spreads every beginning over the grid', () => {
    const ids = drained('balanced').map((id) => id.split('/').map(Number));
    const first = ids.slice(0, 88);
    expect(new Set(first.map(([length, depth]) => `${length}/${depth}`)).size).toBe(88);
    expect(new Set(first.map(([, , repeat]) => repeat))).toEqual(new Set([0]));
    const early = ids.slice(0, 12);
    expect(new Set(early.map(([length]) => length)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(early.map(([, depth]) => depth)).size).toBeGreaterThanOrEqual(4);
  });

  it('takes as long as admission makes it: a sliding minute, and what it lets in at once', () => {
    const samples = grid({ lengths: [1000], depths: Array.from({ length: 14 }, (_, i) => i), repeats: 1 });
    const lasts = (limits: Partial<RunLimits>) => {
      const quick = { limits: resolveRunLimits(limits), cacheTokens: 1, msPerPromptToken: 0, msPerRequest: 1000 };
      return simulateOrder(samples, scheduleOf('plan')(samples), { server: quick }).wallMs;
    };
    expect(lasts({ concurrency: 16 })).toBe(1000);
    expect(lasts({ concurrency: 16, requestsPerMinute: 10 })).toBe(63_000);
    expect(lasts({ concurrency: 16, tokensPerMinute: 4000 })).toBe(3 * 62_000 + 1000);
    expect(lasts({ concurrency: 16, tokensInFlight: 7000 })).toBe(2000);
    // Four, eight, and the last two.
    expect(lasts({})).toBe(3000);
  });

  it('has no bound below zero where prompts share nothing', () => {
    const bounds = Array.from({ length: 50 }, (_, i) =>
      trieBound(promptTrie(grid({ lengths: [5000 + 777 * i, 9000 + 333 * i], depths: [0], repeats: 3 }))),
    );
    expect(Math.min(...bounds)).toBe(0);
  });

  it('is the same every time', () => {
    for (const order of ORDERS) expect(drained(order)).toEqual(drained(order));
  });

  it('knows that several questions on one haystack cost it once', () => {
    const questions = Array.from({ length: 20 }, (_, i) => {
      const [sample] = grid({ lengths: [100_000], depths: [0], repeats: 1 });
      const pieces = [{ doc: 'book', from: 0, to: 400_000 }, { text: `question ${i}` }];
      const messages = [{ from: 'user' as const, blocks: [{ role: 'context' as const, pieces }] }];
      return { ...sample!, id: `q/${i}`, ask: { ...sample!.ask, steps: [{ messages, output: { maxTokens: 10 } }] } as Sample['ask'] };
    });
    expect(played('cache', 1_000_000, questions).share).toBeGreaterThan(0.92);
    expect(played('plan', 1_000_000, questions).share).toBeLessThan(0.3);
  });
});

function drained(order: OrderName): readonly string[] {
  const schedule = scheduleOf(order)(GRID);
  const ids: string[] = [];
  for (let sample = schedule.next(); sample; sample = schedule.next()) {
    ids.push(sample.id);
    schedule.settled(sample, outcomeOf(sample));
  }
  return ids;
}

function outcomeOf({ id }: Sample): Outcome {
  const call = { text: '', finish: 'stop', usage: {}, latencyMs: 1 } as const;
  const score = { value: 1, mode: 'own', metric: 'exact' };
  return { sampleId: id, result: { status: 'ok', score }, calls: [call], attempts: 1, cached: false, recordedAt: '' };
}
