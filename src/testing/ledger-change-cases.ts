import assert from 'node:assert/strict';
import type { Ledger, RunEntry } from '../core/index.ts';
import { allRows, named, rejectsWith } from './ledger-assertions.ts';
import { exampleOutcome, exampleRun, exampleSample, exampleSkipped } from './ledger-examples.ts';

async function* entriesOf(entries: readonly RunEntry[]): AsyncGenerator<RunEntry> {
  yield* entries;
}

/** The rows of a run under other ids; the id `none` ends the stream with an error. */
async function* copyOf(ledger: Ledger, runId: string, ids: readonly string[]): AsyncGenerator<RunEntry> {
  for (const id of ids) {
    if (id === 'none') throw new Error('the stream broke');
    yield { run: exampleRun(id, { status: 'complete' }) };
    yield* ledger.rows(runId);
  }
}

/** What every ledger must do when failures are reopened and whole runs come in. */
export const LEDGER_CHANGE_CASES: { readonly [name: string]: (ledger: Ledger) => Promise<void> } = {
  'reopens failures without an answer, never an answer, and adds the attempts up': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), [...named('s', 5), exampleSkipped('skipped')]);
    const failed = (reason: string) => ({ status: 'error', reason, detail: 'so it was' }) as const;
    await ledger.record('r1', exampleOutcome('s/0'));
    await ledger.record('r1', exampleOutcome('s/1', { result: failed('context'), attempts: 2 }));
    await ledger.record('r1', exampleOutcome('s/2', { result: failed('scorer') }));
    await ledger.record('r1', exampleOutcome('s/3', { result: failed('rate'), attempts: 3 }));
    await ledger.setStatus('r1', 'complete');
    assert.equal(await ledger.reopen('r1'), 2);
    assert.equal(await ledger.reopen('r1'), 0);
    assert.equal((await ledger.run('r1'))?.status, 'incomplete');
    assert.deepEqual(
      (await ledger.pending('r1')).map((sample) => sample.id),
      ['s/1', 's/3', 's/4'],
    );
    assert.deepEqual(
      (await allRows(ledger, 'r1')).map((row) => row.outcome?.result.status),
      ['ok', undefined, 'error', undefined, undefined, 'skipped'],
    );
    await ledger.record('r1', exampleOutcome('s/1', { result: failed('invalid'), attempts: 1 }));
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('s/1')));
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('s/0')));
    assert.equal(await ledger.reopen('r1'), 1);
    await ledger.record('r1', exampleOutcome('s/1', { attempts: 4 }));
    await ledger.record('r1', exampleOutcome('s/3', { attempts: 0, cached: true }));
    assert.deepEqual(
      (await allRows(ledger, 'r1')).map((row) => row.outcome?.attempts),
      [1, 7, 1, 3, undefined, 0],
    );
    assert.equal(await ledger.reopen('r1'), 0);
    await rejectsWith('missing', ledger.reopen('none'));
  },
  'imports whole runs as they are, from a stream that reads the same ledger': async (ledger) => {
    const samples = [exampleSkipped('skipped'), ...named('s', 1200)];
    await ledger.createRun(exampleRun('r1'), samples);
    await ledger.record('r1', exampleOutcome('s/7'));
    await ledger.importRuns(copyOf(ledger, 'r1', ['r2', 'r3']));
    assert.deepEqual(await ledger.run('r3'), exampleRun('r3', { status: 'complete' }));
    assert.deepEqual(await allRows(ledger, 'r2'), await allRows(ledger, 'r1'));
    assert.deepEqual(await allRows(ledger, 'r3'), await allRows(ledger, 'r1'));
    await ledger.record('r2', exampleOutcome('s/8'));
    await rejectsWith('storage', ledger.record('r2', exampleOutcome('s/7')));
    assert.equal((await ledger.pending('r2')).length, 1198);
    assert.equal((await ledger.pending('r1')).length, 1199);
  },
  'imports nothing of a stream that fails, doubles a sample or holds a run that is there': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), named('s', 3));
    await rejectsWith('storage', ledger.importRuns(copyOf(ledger, 'r1', ['r2', 'r1'])));
    await rejectsWith('storage', ledger.importRuns(copyOf(ledger, 'r1', ['r2', 'r2'])));
    await assert.rejects(ledger.importRuns(copyOf(ledger, 'r1', ['r2', 'r3', 'none'])));
    await assert.rejects(
      ledger.importRuns(entriesOf([{ run: exampleRun('r2') }, { sample: exampleSample('a') }, { sample: exampleSample('a') }])),
    );
    await rejectsWith(
      'storage',
      ledger.importRuns(entriesOf([{ run: exampleRun('r2') }, { sample: exampleSample('a'), outcome: exampleOutcome('b') }])),
    );
    assert.deepEqual(
      (await ledger.runs()).map((run) => run.id),
      ['r1'],
    );
    await ledger.importRuns(copyOf(ledger, 'r1', ['r2']));
    assert.equal((await allRows(ledger, 'r2')).length, 3);
    await ledger.importRuns(entriesOf([]));
  },
};
