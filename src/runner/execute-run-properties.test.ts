import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRetryable, ModelError, type Ledger, type ModelErrorKind } from '../core/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { executeRun, type RunEnd } from './execute-run.ts';
import { createFakeClock } from './fake-clock.fixture.ts';
import { createFakeModel, fakeOptions, fakeSamples, reply, rowsOf, withRun, type Script } from './fake-run.fixture.ts';
import { INITIAL_PROGRESS, reduceProgress, viewProgress } from './progress.ts';

type Fault = ModelErrorKind | 'hang';

const passing = ['rate', 'server', 'network', 'timeout', 'protocol', 'hang'] as const;
const final = ['context', 'invalid'] as const;
const halting = ['auth', 'quota'] as const;

/** What each sample's requests meet, one after the other; after the last fault it is answered. */
function faults(kinds: readonly Fault[]): fc.Arbitrary<readonly (readonly Fault[])[]> {
  return fc.array(fc.array(fc.constantFrom(...kinds), { maxLength: 6 }), { minLength: 1, maxLength: 12 });
}

function script(plan: readonly (readonly Fault[])[]): Script {
  return (id, nth) => {
    const fault = plan[Number(id.slice(2))]![nth];
    if (fault === 'hang') return new Promise<never>(() => {});
    if (fault) throw new ModelError(fault, fault, fault === 'rate' ? { retryAfterMs: 10 } : {});
    return reply('yes');
  };
}

/** Counts successful records per sample. */
function counting(ledger: Ledger): { readonly ledger: Ledger; readonly counts: Map<string, number> } {
  const counts = new Map<string, number>();
  const record: Ledger['record'] = async (runId, outcome) => {
    await ledger.record(runId, outcome);
    if (!isRetryable(outcome.result)) counts.set(outcome.sampleId, (counts.get(outcome.sampleId) ?? 0) + 1);
  };
  const proxy = new Proxy(ledger, {
    get(target, key: keyof Ledger) {
      if (key === 'record') return record;
      return (target[key] as (...args: unknown[]) => unknown).bind(target);
    },
  });
  return { ledger: proxy, counts };
}

/** The summary must say what the rows say, and add up. */
async function expectTotals(ledger: Ledger, { summary, status }: RunEnd): Promise<void> {
  const outcomes = (await rowsOf(ledger)).map((row) => row.outcome);
  const having = (wanted: string): number => outcomes.filter((outcome) => outcome?.result.status === wanted).length;
  const pending = outcomes.filter((outcome) => !outcome).length;
  expect([summary.total, summary.ok, summary.errors, summary.skipped, summary.pending]).toEqual([
    outcomes.length,
    having('ok'),
    having('error'),
    having('skipped'),
    pending,
  ]);
  expect(summary.attempts).toBe(outcomes.reduce((sum, outcome) => sum + (outcome?.attempts ?? 0), 0));
  const passes = outcomes.filter((outcome) => outcome && isRetryable(outcome.result)).length;
  expect(summary.passingErrors).toBe(passes);
  expect(status).toBe(pending + passes === 0 ? 'complete' : 'incomplete');
}

/** What a sample's outcome must be, by the rules alone. */
function expected(plan: readonly Fault[], maxAttempts: number): { readonly result: string; readonly attempts: number } {
  let counted = 0;
  for (const [i, fault] of plan.entries()) {
    // They say how long to wait, and waiting uses up no attempt.
    if (fault !== 'rate') counted += 1;
    else continue;
    const kind = fault === 'hang' ? 'timeout' : fault;
    if (counted >= maxAttempts || (final as readonly string[]).includes(fault)) return { result: kind, attempts: i + 1 };
  }
  return { result: 'ok', attempts: plan.length + 1 };
}

describe('executeRun under random faults', () => {
  it('gives every sample exactly the outcome that its faults call for', async () => {
    const limits = fc.record({ concurrency: fc.integer({ min: 1, max: 5 }), maxAttempts: fc.integer({ min: 1, max: 4 }) });
    await fc.assert(
      fc.asyncProperty(faults([...passing, ...final]), limits, async (drawn, drawnLimits) => {
        // The first sample is answered at once, so that a server that fails all the others is still known to be there.
        const plan: readonly (readonly Fault[])[] = [[], ...drawn];
        const { ledger, counts } = counting(await withRun(createMemoryLedger(), fakeSamples(plan.length)));
        const clock = createFakeClock();
        let progress = INITIAL_PROGRESS;
        const end = await executeRun(
          fakeOptions(ledger, createFakeModel(script(plan)), {
            clock,
            limits: { ...drawnLimits, requestTimeoutMs: 1000, outageAfter: Infinity },
            onEvent: (event) => void (progress = reduceProgress(progress, event)),
          }),
        );
        const outcomes = (await rowsOf(ledger)).map(({ outcome }) => outcome!);
        expect(outcomes.map(({ result, attempts }) => ({ result: result.status === 'ok' ? 'ok' : result.reason, attempts }))).toEqual(
          plan.map((one) => expected(one, drawnLimits.maxAttempts)),
        );
        expect([...counts.values()].every((count) => count === 1)).toBe(true);
        await expectTotals(ledger, end);
        expect(progress.summary).toEqual(end.summary);
        expect(viewProgress(progress, clock.now())).toMatchObject({ done: plan.length, etaMs: 0 });
        expect(clock.open()).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('comes to the end over any interruptions, never asking for a recorded sample again', async () => {
    const interruptions = fc.array(fc.record({ after: fc.integer({ min: 0, max: 15 }), how: fc.constantFrom('drain', 'stop') }), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(faults([...passing, ...final, ...halting]), interruptions, async (plan, cuts) => {
        const { ledger, counts } = counting(await withRun(createMemoryLedger(), fakeSamples(plan.length)));
        let arrivals = 0;
        let onArrival = (): void => {};
        const askedTooOften: string[] = [];
        const play = script(plan);
        const model = createFakeModel((id, nth, signal) => {
          if (counts.has(id)) askedTooOften.push(id);
          arrivals += 1;
          onArrival();
          return play(id, nth, signal);
        });
        let end: RunEnd | undefined;
        // Every session meets at least one fault more, so this many are enough.
        for (let session = 0; session < 100 && end?.status !== 'complete'; session += 1) {
          const abort = new AbortController();
          const cut = cuts[session];
          arrivals = 0;
          onArrival = () => (cut && arrivals > cut.after ? abort.abort() : undefined);
          end = await executeRun(
            fakeOptions(ledger, model, {
              clock: createFakeClock(),
              limits: { concurrency: 3, requestTimeoutMs: 1000 },
              signals: cut ? { [cut.how]: abort.signal } : {},
            }),
          );
          await expectTotals(ledger, end);
        }
        expect(end?.status).toBe('complete');
        expect([...counts.keys()].sort()).toEqual(plan.map((_, i) => `s/${i}`).sort());
        expect([...counts.values()]).toEqual(plan.map(() => 1));
        expect(askedTooOften).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
