import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/index.ts';
import { testLength } from './length-test.ts';
import type { SearchOutcome } from './search-outcome.ts';
import { searchCeiling, searchCost } from './search-cost.ts';
import { DEFAULT_SEARCH, searchState, type SearchOptions } from './search.ts';
import { answerSearch, gridPlan } from './simulated-search.fixture.ts';
import { sequentialTest } from '../../stats/index.ts';

const LENGTHS = [1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000];
const GRID = gridPlan(LENGTHS);
const lengthOf = (id: string) => Number.parseInt(id);

/** Searches with the given answers; concurrency 4 and answers in seeded disorder unless told otherwise. */
function search(answer: (id: string) => SearchOutcome, changes: Partial<SearchOptions> = {}, concurrency = 4) {
  const options = { ...DEFAULT_SEARCH, ...changes };
  return answerSearch(GRID.plan, answer, { options, concurrency, random: seededRandom(concurrency, 'search') });
}

const score = (value: number): SearchOutcome => ({ score: value });
const upTo = (longest: number) => (id: string) => score(Number(lengthOf(id) <= longest));

describe('the search', () => {
  it.each([
    { longest: 500, passes: null, fails: 1000 },
    { longest: 1000, passes: 1000, fails: 2000 },
    { longest: 16_000, passes: 16_000, fails: 32_000 },
    { longest: 64_000, passes: 64_000, fails: 128_000 },
    { longest: 128_000, passes: 128_000, fails: null },
  ])('finds that a model reads $longest tokens', ({ longest, passes, fails }) => {
    expect(search(upTo(longest)).state).toMatchObject({ status: 'found', passesTokens: passes, failsTokens: fails, passingBeyond: [] });
  });

  it('asks each length no more than its verdict takes, evenly over the depths', () => {
    const { state, outcomes } = search(upTo(16_000), {}, 1);
    expect(state.tested.map(({ lengthTokens, scores, decision }) => [lengthTokens, scores.n, decision])).toEqual([
      [8000, 19, 'passes'],
      [32_000, 3, 'fails'],
      [16_000, 19, 'passes'],
    ]);
    const visits = [...outcomes.keys()].filter((id) => lengthOf(id) === 8000).map((id) => GRID.depths.get(id)!);
    expect(new Set(visits.slice(0, 11)).size).toBe(11);
    expect(Math.abs(visits[0]! - visits[1]!)).toBeGreaterThanOrEqual(30);
    const { spent, grid, savedShare } = searchCost(GRID.plan, outcomes);
    expect(spent).toEqual({ prompts: 41, tokens: 19 * 8000 + 3 * 32_000 + 19 * 16_000 });
    expect(grid).toEqual({ prompts: 880, tokens: 110 * 255_000 });
    expect(searchCeiling(GRID.plan, DEFAULT_SEARCH)).toEqual({ prompts: 440, tokens: 110 * (8000 + 32_000 + 64_000 + 128_000) });
    expect(savedShare).toBeCloseTo(1 - spent.tokens / grid.tokens, 12);
  });

  it('comes to the same decisions whatever the order of the answers, the concurrency, and where it is stopped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 32 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, concurrency, cut) => {
          // Answers are fixed beforehand, as of a model at temperature 0. Some have no score.
          const random = seededRandom(seed, 'answers');
          const luckOf = new Map(GRID.plan.pools.flatMap(({ candidates }) => candidates.map(({ id }) => [id, random.random()])));
          const answer = (id: string): SearchOutcome => {
            const luck = luckOf.get(id)!;
            if (luck > 0.97) return { missing: 'network' };
            return score(Number(luck < 1.1 - Math.log2(lengthOf(id) / 1000) * 0.06));
          };
          const alone = search(answer, {}, 1);
          const crowd = search(answer, {}, concurrency);
          expect(crowd.state).toEqual(alone.state);
          const kept = new Map([...crowd.outcomes].slice(0, Math.floor(cut * crowd.outcomes.size)));
          expect(searchState(GRID.plan, new Map([...kept, ...alone.outcomes]), DEFAULT_SEARCH)).toEqual(alone.state);
          const whole = new Map(GRID.plan.pools.flatMap(({ candidates }) => candidates.map(({ id }) => [id, answer(id)] as const)));
          expect(searchState(GRID.plan, whole, DEFAULT_SEARCH)).toEqual(alone.state);
        },
      ),
      { numRuns: 40, seed: 3 },
    );
  });

  it('reports a curve that is not monotone, and goes below the first failing length when told to verify', () => {
    const dip = (id: string) => score(Number(lengthOf(id) <= 16_000 && lengthOf(id) !== 4000));
    expect(search(dip).state).toMatchObject({ passesTokens: 16_000, failsTokens: 32_000, passingBeyond: [] });
    const dipBelow = (id: string) => score(Number(lengthOf(id) <= 8000 && lengthOf(id) !== 4000));
    expect(search(dipBelow, { verify: true }).state).toMatchObject({ passesTokens: 2000, failsTokens: 4000, passingBeyond: [8000] });
  });

  it('replaces samples without a score, and gives up where too many have none', () => {
    const some = (id: string): SearchOutcome => (GRID.depths.get(id) === 50 ? { missing: 'scorer' } : upTo(16_000)(id));
    const { state } = search(some, {}, 1);
    expect(state).toMatchObject({ status: 'found', passesTokens: 16_000 });
    expect(state.tested[0]).toMatchObject({ scores: { n: 19, sum: 19 }, missing: 2, decision: 'passes' });
    const most = search((id) => (lengthOf(id) >= 16_000 ? { missing: 'server' } : score(1))).state;
    expect(most).toMatchObject({ status: 'inconclusive', passesTokens: 8000, failsTokens: null, wanted: [] });
    expect(most.tested.at(-1)).toMatchObject({ lengthTokens: 32_000, missing: 5, decision: 'inconclusive' });
  });

  it('takes a length whose prompts the model refuses as out of reach', () => {
    const { state } = search((id) => (lengthOf(id) > 32_000 ? { missing: 'context' } : score(1)), { verify: true });
    expect(state).toMatchObject({ status: 'found', passesTokens: 32_000, failsTokens: 64_000 });
    expect(state.tested.map(({ lengthTokens, decision }) => [lengthTokens, decision])).toEqual([
      [8000, 'passes'],
      [32_000, 'passes'],
      [64_000, 'refused'],
      [16_000, 'passes'],
    ]);
  });

  it('lets the mean decide at the cap, and says so', () => {
    const odd = search((id) => score(Number(!id.endsWith('/0') && !id.endsWith('/5'))), { maxPerLength: 33, delta: 0.02 });
    expect(odd.state.tested[0]).toMatchObject({ scores: { n: 33, sum: 22 }, capped: true, decision: 'fails' });
    const half = search(() => score(0.86), { maxPerLength: 40 });
    expect(half.state.tested[0]).toMatchObject({ scores: { n: 40 }, capped: true, decision: 'passes' });
  });
});

describe('the order of samples', () => {
  // Means of exactly 78 % and 92 %, the edges of the zone, spread over the depths as unevenly as can be.
  const bad = (count: number, mean: number) => Array.from({ length: 11 }, (_, i) => (i < count ? (11 * mean - (11 - count)) / count : 1));

  it.each([
    { edge: 0.78, count: 3, wrong: 'passes' },
    { edge: 0.78, count: 5, wrong: 'passes' },
    { edge: 0.92, count: 1, wrong: 'fails' },
    { edge: 0.92, count: 4, wrong: 'fails' },
  ])('keeps the error chance where $count neighbouring depths alone bring the mean to $edge', ({ edge, count, wrong }) => {
    const options = { test: sequentialTest(DEFAULT_SEARCH), maxPerLength: 110 };
    const trials = 2000;
    let errors = 0;
    for (let trial = 0; trial < trials; trial++) {
      const random = seededRandom(trial, 'uneven', edge, count);
      // Which depths are the bad ones turns with the trial, as the order's own start is drawn once.
      const rates = bad(count, edge).map((_, i, all) => all[(i + trial) % 11]!);
      const [pool] = GRID.plan.pools;
      const outcomes = new Map(pool!.candidates.map(({ id }) => [id, score(Number(random.random() < rates[GRID.depths.get(id)! / 10]!))]));
      errors += Number(testLength(pool!, outcomes, options).decision === wrong);
    }
    expect(errors / trials).toBeLessThanOrEqual(0.05);
  });
});
