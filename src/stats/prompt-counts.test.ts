import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/index.ts';
import { createPromptCounts, type PromptCount } from './prompt-counts.ts';

/** A server with its own tokenizer and a window (none: 0), asked for prompts of some lengths on some haystacks. */
interface Server {
  readonly ratio: number;
  readonly overhead: number;
  readonly window: number;
  readonly seed: number;
  /** Default 5. */
  readonly haystacks?: number;
}

const HAYSTACKS = 5;
const DEPTHS = 3;

function countsOf(
  { ratio, overhead, window, seed, haystacks = HAYSTACKS }: Server,
  lengths: readonly number[],
  language = 'en',
): readonly PromptCount[] {
  const random = seededRandom(seed, 'prompt-counts', language);
  return lengths.flatMap((promptTokens) =>
    Array.from({ length: haystacks }, (_, haystack) => {
      // Tokenizers agree more or less on one haystack or the other, and nearly to the token on one haystack with its needle moved.
      const own = overhead + ratio * promptTokens * (1 + 0.01 * (2 * random.random() - 1));
      return Array.from({ length: DEPTHS }, () => {
        const whole = Math.round(own + random.random());
        return { promptTokens, inputTokens: window > 0 ? Math.min(window, whole) : whole, language, cluster: `${language}/${haystack}` };
      });
    }).flat(),
  );
}

/** What the rule says of each prompt at the end of a run, as a report does. */
function judged(counts: readonly PromptCount[]): readonly boolean[] {
  const known = createPromptCounts();
  for (const count of counts) known.add(count);
  return counts.map((count) => known.isCut(count));
}

const DOUBLING = [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000];
const ratio = fc.double({ min: 0.7, max: 1.3, noNaN: true });
const server = fc.record({ ratio, overhead: fc.integer({ min: 0, max: 60 }), window: fc.constant(0), seed: fc.nat(10_000) });
const RUNS = { seed: 11, numRuns: 400 };

describe('the rule of the truncation alarm', () => {
  it('lets every server pass that reads all, whatever its tokenizer, in one language or two', () => {
    fc.assert(
      fc.property(server, ratio, fc.subarray(DOUBLING, { minLength: 1 }), (each, zhRatio, lengths) => {
        const counts = [...countsOf(each, lengths), ...countsOf({ ...each, ratio: zhRatio }, lengths, 'zh')];
        expect(judged(counts).filter(Boolean)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('catches a server with a 4k window at every length above it, and only there', () => {
    fc.assert(
      fc.property(server, fc.constantFrom(4096, 4000), (each, window) => {
        const counts = countsOf({ ...each, window }, DOUBLING);
        const wrong = judged(counts).flatMap((isCut, i) => {
          const sent = each.overhead + each.ratio * counts[i]!.promptTokens;
          return (sent > window * 1.05 && !isCut) || (sent < window * 0.98 && isCut) ? [counts[i]!.promptTokens] : [];
        });
        expect(wrong).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each([4250, 4500, 5000, 6000, 8000, 32_000, 200_000])('catches it in a run of %s-token prompts alone', (promptTokens) => {
    for (const window of [4096, 4095, 4000]) {
      const counts = countsOf({ ratio: 1.01, overhead: 10, window, seed: 3 }, [promptTokens]);
      expect(judged(counts)).toEqual(counts.map(() => true));
    }
  });

  it.each([5000, 6000, 8000, 100_000])(
    'catches it in a small run of %s-token prompts alone, by the power of two or without',
    (promptTokens) => {
      for (const window of [4096, 4000]) {
        const counts = countsOf({ ratio: 1.01, overhead: 10, window, seed: 3, haystacks: 4 }, [promptTokens]);
        expect(judged(counts)).toEqual(counts.map(() => true));
      }
    },
  );

  it('lets dense tokenizers pass, to a ratio of 1.9 and in small runs, and takes half of the tokens for a cut', () => {
    const dense = fc.record({ ratio: fc.double({ min: 0.527, max: 0.98, noNaN: true }), haystacks: fc.integer({ min: 2, max: 5 }) });
    fc.assert(
      fc.property(dense, server, fc.constantFrom(...DOUBLING), (each, base, promptTokens) => {
        const counts = countsOf({ ...base, ...each }, [promptTokens], 'zh');
        expect(judged(counts).filter(Boolean)).toEqual([]);
      }),
      RUNS,
    );
    expect(judged(Array.from({ length: 3 }, () => ({ promptTokens: 8000, inputTokens: 4000, language: 'zh' })))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('tells during a run what it tells at its end, as soon as it can know', () => {
    const known = createPromptCounts();
    const heard = countsOf({ ratio: 1, overhead: 8, window: 4096, seed: 1 }, [1000, 6000, 128_000]).map((count) => {
      known.add(count);
      return known.isCut(count);
    });
    const each = HAYSTACKS * DEPTHS;
    expect(heard.slice(0, each)).toEqual(Array.from({ length: each }, () => false));
    expect(heard.slice(each + 1)).toEqual(Array.from({ length: 2 * each - 1 }, () => true));
  });

  it('knows what each tokenizer can tell', () => {
    const cut = (count: PromptCount) => judged([count])[0];
    expect(cut({ promptTokens: 1000, inputTokens: 979, sameTokenizer: true })).toBe(true);
    expect(cut({ promptTokens: 1000, inputTokens: 980, sameTokenizer: true })).toBe(false);
    expect(cut({ promptTokens: 1000, inputTokens: 499, tokenizer: 'o200k_base' })).toBe(true);
    expect(cut({ promptTokens: 1000, inputTokens: 230, tokenizer: 'characters' })).toBe(false);
    expect(cut({ promptTokens: 100, inputTokens: 40 })).toBe(false);
  });
});
