import { describe, expect, it } from 'vitest';
import type { Outcome } from '../core/index.ts';
import { fakeSample } from './fake-run.fixture.ts';
import { INITIAL_PROGRESS, reduceProgress, viewProgress } from './progress.ts';
import type { RunEvent } from './run-event.ts';
import { addPending, EMPTY_SUMMARY } from './run-summary.ts';

const small = fakeSample('small', { promptTokens: 744 });
const twin = fakeSample('twin', { promptTokens: 744 });
const failed = fakeSample('failed', { promptTokens: 744 });
const huge = fakeSample('huge', { promptTokens: 999_744 });
const summary = [small, twin, failed, huge].reduce(addPending, EMPTY_SUMMARY);
const started: RunEvent = { type: 'run-started', atMs: 10_000, runId: 'r1', summary };

function recorded(sample: typeof small, changes: Partial<Outcome> = {}): RunEvent {
  const result = { status: 'ok', score: { value: 0.5, mode: 'own', metric: 'exact' } } as const;
  const outcome = { sampleId: sample.id, result, calls: [], attempts: 1, cached: false, recordedAt: '', ...changes };
  return { type: 'sample-recorded', atMs: 0, sample, outcome };
}

function after(...events: readonly RunEvent[]) {
  return events.reduce(reduceProgress, INITIAL_PROGRESS);
}

describe('progress', () => {
  it('knows no speed before the first answer', () => {
    expect(viewProgress(after(started), 15_000)).toEqual({
      done: 0,
      total: 4,
      ok: 0,
      errors: 0,
      skipped: 0,
      scoreMean: null,
      promptTokensDone: 0,
      promptTokens: 1_001_976,
      retries: 0,
      truncationSuspected: 0,
      samplesPerSecond: null,
      waitingMs: null,
      etaMs: null,
    });
  });

  it('weighs what is left by tokens, not by samples', () => {
    const error = recorded(failed, { result: { status: 'error', reason: 'server', detail: '' } });
    const retry: RunEvent = { type: 'retry', atMs: 0, sampleId: 'failed', attempt: 1, kind: 'server', waitMs: 1, message: '' };
    // Two of 1,000 token equivalents in 4 s: the twin's 1,000 and the 1,000,000 of the huge one take 2 s and 2,000 s.
    expect(viewProgress(after(started, recorded(small), retry, error), 14_000)).toEqual({
      done: 2,
      total: 4,
      ok: 1,
      errors: 1,
      skipped: 0,
      scoreMean: 0.5,
      promptTokensDone: 1488,
      promptTokens: 1_001_976,
      retries: 1,
      truncationSuspected: 0,
      samplesPerSecond: 0.5,
      waitingMs: null,
      etaMs: 2_002_000,
    });
  });

  it('does not take cached answers for speed', () => {
    const view = viewProgress(after(started, recorded(huge, { cached: true, attempts: 0 }), recorded(small)), 11_000);
    expect([view.done, view.samplesPerSecond, view.etaMs]).toEqual([2, 1, 2000]);
  });

  it('waits from a 429 on, until its time is over or something is answered', () => {
    const retry: RunEvent = { type: 'retry', atMs: 11_000, sampleId: 'small', attempt: 1, kind: 'rate', waitMs: 5000, message: '' };
    const waits = (nowMs: number, ...events: readonly RunEvent[]) => viewProgress(after(started, retry, ...events), nowMs).waitingMs;
    expect([waits(12_000), waits(16_000), waits(12_000, recorded(small))]).toEqual([4000, null, null]);
  });

  it('stands still when the run has ended', () => {
    const state = after(started, recorded(small), { type: 'run-ended', atMs: 12_000, summary });
    expect(viewProgress(state, 99_000)).toEqual(viewProgress(state, 12_000));
  });
});
