import { expect, it } from 'vitest';
import { ModelError, type Ledger, type Sample } from '../../core/index.ts';
import { createMemoryLedger } from '../../store/index.ts';
import { executeRun } from '../execute-run.ts';
import { createFakeModel, fakeOptions, fakeRun, fakeSample, reply, resultsOf, rowsOf, type Script } from '../fake-run.fixture.ts';
import { closeSearch } from './close-search.ts';
import { outcomesOf } from './search-outcome.ts';
import { planSearch } from './search-plan.ts';
import { scheduleSearch } from './search-schedule.ts';
import { DEFAULT_SEARCH, searchState } from './search.ts';

const LENGTHS = [1000, 2000, 4000, 8000];
const SAMPLES: readonly Sample[] = LENGTHS.flatMap((askedTokens) =>
  [0, 50, 100].flatMap((depthPercent) =>
    Array.from({ length: 10 }, (_, repeat) =>
      fakeSample(`${askedTokens}/${depthPercent}/${repeat}`, { cell: { askedTokens, depthPercent, repeat } }),
    ),
  ),
);
const lengthOf = (id: string) => Number.parseInt(id);

/** One session of the search on run r1, and where the search stands after it. */
async function session(ledger: Ledger, script: Script, drainAfter = Number.POSITIVE_INFINITY) {
  const plan = planSearch(SAMPLES, 0);
  const known = outcomesOf(await rowsOf(ledger), { reopens: true });
  const model = createFakeModel(script);
  const drain = new AbortController();
  const schedule = scheduleSearch({
    plan,
    options: DEFAULT_SEARCH,
    known,
    onState: (_, outcomes) => {
      if (outcomes.size >= drainAfter) drain.abort();
    },
  });
  const limits = { concurrency: 4, maxAttempts: 1, outageAfter: 1000 };
  const end = await executeRun(fakeOptions(ledger, model, { schedule, limits, signals: { drain: drain.signal } }));
  const state = searchState(plan, outcomesOf(await rowsOf(ledger), { reopens: false }), DEFAULT_SEARCH);
  return { end, state, asked: model.asked };
}

async function newRun(): Promise<Ledger> {
  const ledger = createMemoryLedger();
  await ledger.createRun(fakeRun, SAMPLES);
  return ledger;
}

const upTo2k: Script = (id) => reply(lengthOf(id) <= 2000 ? 'yes' : 'no');

it('asks what the search picks and leaves the rest; closing completes the run', async () => {
  const ledger = await newRun();
  const { end, state, asked } = await session(ledger, upTo2k);
  expect(end.status).toBe('incomplete');
  expect(end.cause).toBeUndefined();
  expect(state).toMatchObject({ status: 'found', passesTokens: 2000, failsTokens: 4000 });
  expect(new Set(asked.map(lengthOf))).toEqual(new Set([2000, 4000]));
  await closeSearch(ledger, 'r1', new Date(0));
  expect((await ledger.run('r1'))?.status).toBe('complete');
  const results = await resultsOf(ledger);
  expect(results.filter((result) => result === 'unneeded')).toHaveLength(SAMPLES.length - asked.length);
  const closed = searchState(planSearch(SAMPLES, 0), outcomesOf(await rowsOf(ledger), { reopens: true }), DEFAULT_SEARCH);
  expect(closed).toEqual(state);
});

it('stopped anywhere, goes on where it was: the same answer, and nothing is asked twice', async () => {
  const undisturbed = await session(await newRun(), upTo2k);
  for (const stopAfter of [1, 7, 18]) {
    const ledger = await newRun();
    const first = await session(ledger, upTo2k, stopAfter);
    expect(first.state.status).toBe('asking');
    const second = await session(ledger, upTo2k);
    expect(second.state).toEqual(undisturbed.state);
    expect(new Set([...first.asked, ...second.asked]).size).toBe(first.asked.length + second.asked.length);
  }
});

it('does not take failures for wrong answers: undecided now, asked again by the next session', async () => {
  const ledger = await newRun();
  const broken = await session(ledger, (id, nth, signal) => {
    if (id.endsWith('/0')) return upTo2k(id, nth, signal);
    throw new ModelError('server', 'down');
  });
  expect(broken.state).toMatchObject({ status: 'inconclusive', passesTokens: null, failsTokens: null });
  const mended = await session(ledger, upTo2k);
  expect(mended.state).toMatchObject({ status: 'found', passesTokens: 2000, failsTokens: 4000 });
  expect(mended.state.tested.every(({ missing }) => missing === 0)).toBe(true);
});

it('does without a few failures, and keeps their reason in the completed run', async () => {
  const ledger = await newRun();
  const { state } = await session(ledger, (id, nth, signal) => {
    if (id.endsWith('/50/1')) throw new ModelError('timeout', 'too slow');
    return upTo2k(id, nth, signal);
  });
  expect(state).toMatchObject({ status: 'found', passesTokens: 2000 });
  expect(state.tested[0]).toMatchObject({ scores: { n: 19, sum: 19 }, missing: 1 });
  await closeSearch(ledger, 'r1', new Date(0));
  const failed = (await rowsOf(ledger)).flatMap(({ outcome }) => (outcome?.result.status === 'error' ? [outcome] : []));
  expect(failed.map(({ result, attempts }) => ({ result, attempts }))).toEqual([
    { result: { status: 'error', reason: 'gave-up', detail: 'timeout: too slow (after 1 attempt)' }, attempts: 1 },
  ]);
  expect(await ledger.pending('r1')).toEqual([]);
});

it('refuses samples without a length, and keeps lengths that nothing can be asked at apart', () => {
  expect(() => planSearch([fakeSample('a', { cell: { needles: 4 } })], 0)).toThrow('has no lengths to search along');
  const skipped = { id: 'b', task: 'fake/task', cell: { askedTokens: 8000 }, skipped: { reason: 'window', detail: 'too long' } };
  const { pools, unasked } = planSearch([skipped, SAMPLES[0]!], 0);
  expect(pools.map(({ lengthTokens }) => lengthTokens)).toEqual([1000]);
  expect(unasked).toEqual([{ lengthTokens: 8000, reason: 'window', detail: 'too long' }]);
});
