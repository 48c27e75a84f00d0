import assert from 'node:assert/strict';
import type { CallRecord, Ledger, Outcome } from '../core/index.ts';
import { allRows, named, rejectsWith } from './ledger-assertions.ts';
import { LEDGER_CHANGE_CASES } from './ledger-change-cases.ts';
import { LEDGER_TRASH_CASES } from './ledger-trash-cases.ts';
import { LEDGER_WATCH_CASES } from './ledger-watch-cases.ts';
import { exampleOutcome, exampleRun, exampleSample, exampleSkipped } from './ledger-examples.ts';

/** One named check; `run` rejects when the ledger fails it. */
export interface ConformanceCase {
  readonly name: string;
  run(): Promise<void>;
}

/**
 * What every ledger must do, as cases for any test runner. `open` gives a fresh, empty ledger each time.
 */
export function ledgerConformance(open: () => Promise<Ledger>): readonly ConformanceCase[] {
  return Object.entries(CASES).map(([name, check]) => ({
    name,
    run: async () => {
      const ledger = await open();
      try {
        await check(ledger);
      } finally {
        await ledger.close();
      }
    },
  }));
}

const CASES: { readonly [name: string]: (ledger: Ledger) => Promise<void> } = {
  'gives a run back as it was created': async (ledger) => {
    const run = exampleRun('r1');
    await ledger.createRun(run, [exampleSample('a')]);
    assert.deepEqual(await ledger.run('r1'), run);
    assert.equal(await ledger.run('r2'), undefined);
  },
  'lists runs newest first, by id within one moment': async (ledger) => {
    const times = {
      r1: '2026-01-01T00:00:00.000Z',
      r2: '2026-03-01T00:00:00.000Z',
      r3: '2026-02-01T00:00:00.000Z',
      r4: '2026-02-01T00:00:00.000Z',
    };
    for (const [id, createdAt] of Object.entries(times)) await ledger.createRun(exampleRun(id, { createdAt }), []);
    assert.deepEqual(
      (await ledger.runs()).map((run) => run.id),
      ['r2', 'r4', 'r3', 'r1'],
    );
  },
  'keeps plan order, whatever the ids and the order of recording': async (ledger) => {
    const samples = ['z', 'a', 'm'].map((id) => exampleSample(id));
    await ledger.createRun(exampleRun('r1'), samples);
    await ledger.record('r1', exampleOutcome('m'));
    await ledger.record('r1', exampleOutcome('z'));
    assert.deepEqual(await ledger.pending('r1'), [samples[1]]);
    assert.deepEqual(await allRows(ledger, 'r1'), [
      { sample: samples[0], outcome: exampleOutcome('z') },
      { sample: samples[1] },
      { sample: samples[2], outcome: exampleOutcome('m') },
    ]);
  },
  'gives a skipped sample its outcome at once': async (ledger) => {
    const skipped = exampleSkipped('s');
    await ledger.createRun(exampleRun('r1'), [skipped, exampleSample('a')]);
    assert.deepEqual(await ledger.pending('r1'), [exampleSample('a')]);
    assert.deepEqual(await ledger.row('r1', 's'), {
      sample: skipped,
      outcome: {
        sampleId: 's',
        result: { status: 'skipped', reason: 'too-short', detail: 'no room for the needle' },
        calls: [],
        attempts: 0,
        cached: false,
        recordedAt: '2026-01-31T14:25:30.000Z',
      },
    });
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('s')));
  },
  'refuses a second outcome and keeps the first': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), [exampleSample('a')]);
    await ledger.record('r1', exampleOutcome('a'));
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('a', { attempts: 2 })));
    assert.deepEqual((await ledger.row('r1', 'a'))?.outcome, exampleOutcome('a'));
  },
  'asks again for a failure that may pass, and takes the next outcome in its place': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), named('s', 3));
    const failed = (reason: string) => ({ status: 'error', reason, detail: 'so it was' }) as const;
    await ledger.record('r1', exampleOutcome('s/0', { result: failed('server') }));
    await ledger.record('r1', exampleOutcome('s/1', { result: failed('context') }));
    assert.deepEqual(
      (await ledger.pending('r1')).map((sample) => sample.id),
      ['s/0', 's/2'],
    );
    await ledger.record('r1', exampleOutcome('s/0', { attempts: 7 }));
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('s/0')));
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('s/1')));
    assert.equal((await ledger.row('r1', 's/0'))?.outcome?.attempts, 1 + 7);
  },
  ...LEDGER_CHANGE_CASES,
  ...LEDGER_WATCH_CASES,
  ...LEDGER_TRASH_CASES,
  'refuses one of many outcomes recorded together, not the others': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), named('s', 3));
    const settled = await Promise.allSettled(
      ['s/0', 's/1', 's/1', 'unknown', 's/2'].map((id, i) => ledger.record('r1', exampleOutcome(id, { attempts: i }))),
    );
    assert.deepEqual(
      settled.map((one) => one.status),
      ['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(
      (await allRows(ledger, 'r1')).map((row) => row.outcome?.attempts),
      [0, 1, 4],
    );
  },
  'keeps runs apart that share sample ids': async (ledger) => {
    for (const id of ['r1', 'r2']) await ledger.createRun(exampleRun(id), [exampleSample('a')]);
    await ledger.record('r1', exampleOutcome('a'));
    assert.deepEqual(await ledger.pending('r1'), []);
    assert.deepEqual(await ledger.pending('r2'), [exampleSample('a')]);
    assert.deepEqual(await ledger.row('r2', 'a'), { sample: exampleSample('a') });
  },
  'creates a run whole or not at all': async (ledger) => {
    await assert.rejects(ledger.createRun(exampleRun('r1'), [...named('s', 1200), exampleSample('s/3')]));
    assert.equal(await ledger.run('r1'), undefined);
    assert.deepEqual(await ledger.runs(), []);
    await ledger.createRun(exampleRun('r1'), named('s', 2));
    assert.equal((await allRows(ledger, 'r1')).length, 2);
  },
  'refuses to create a run twice and leaves the first as it is': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), [exampleSample('a')]);
    await rejectsWith('storage', ledger.createRun(exampleRun('r1', { seed: 8 }), [exampleSample('b')]));
    assert.deepEqual(await ledger.run('r1'), exampleRun('r1'));
    assert.deepEqual(await allRows(ledger, 'r1'), [{ sample: exampleSample('a') }]);
  },
  'keeps the batches of a run, oldest first, each in its latest state': async (ledger) => {
    for (const id of ['r1', 'r2']) await ledger.createRun(exampleRun(id), [exampleSample('a')]);
    const batch = (label: string) => ({ label, state: 'intent', sampleIds: ['a'], createdAt: '2026-01-31T14:25:30.000Z' }) as const;
    for (const label of ['z', 'a']) await ledger.saveBatch('r1', batch(label));
    await ledger.saveBatch('r1', { ...batch('z'), state: 'submitted', batchId: 'batch-1' });
    assert.deepEqual(await ledger.batches('r1'), [{ ...batch('z'), state: 'submitted', batchId: 'batch-1' }, batch('a')]);
    assert.deepEqual(await ledger.batches('r2'), []);
    await rejectsWith('missing', ledger.saveBatch('r3', batch('z')));
  },
  'finds a sample in its plan, and what stands beside it': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), [exampleSample('z'), exampleSkipped('a'), exampleSample('m')]);
    await ledger.createRun(exampleRun('r2'), [exampleSample('a')]);
    assert.deepEqual(await ledger.place('r1', 'z'), { position: 0, total: 3, next: 'a' });
    assert.deepEqual(await ledger.place('r1', 'a'), { position: 1, total: 3, previous: 'z', next: 'm' });
    assert.deepEqual(await ledger.place('r1', 'm'), { position: 2, total: 3, previous: 'a' });
    assert.deepEqual(await ledger.place('r2', 'a'), { position: 0, total: 1 });
    assert.equal(await ledger.place('r1', 'none'), undefined);
    assert.equal(await ledger.place('none', 'a'), undefined);
  },
  'changes the status of a run': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), []);
    await ledger.setStatus('r1', 'complete');
    assert.deepEqual(await ledger.run('r1'), exampleRun('r1', { status: 'complete' }));
  },
  'numbers the sessions of each run': async (ledger) => {
    for (const id of ['r1', 'r2']) await ledger.createRun(exampleRun(id, { status: 'incomplete' }), []);
    assert.deepEqual([await ledger.beginSession('r1'), await ledger.beginSession('r2'), await ledger.beginSession('r1')], [1, 1, 2]);
    assert.deepEqual(await ledger.run('r1'), exampleRun('r1', { status: 'running' }));
  },
  'says when a run or a sample is unknown': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), [exampleSample('a')]);
    await rejectsWith('missing', ledger.pending('none'));
    await rejectsWith('missing', ledger.setStatus('none', 'complete'));
    await rejectsWith('missing', ledger.beginSession('none'));
    await rejectsWith('missing', ledger.record('none', exampleOutcome('a')));
    await rejectsWith('missing', allRows(ledger, 'none'));
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('b')));
    assert.equal(await ledger.row('r1', 'b'), undefined);
    assert.equal(await ledger.row('none', 'a'), undefined);
  },
  'reads many rows over many pages, and rows recorded meanwhile': async (ledger) => {
    const samples = named('s', 1000);
    await ledger.createRun(exampleRun('r1'), samples);
    await ledger.record('r1', exampleOutcome('s/0'));
    let n = 0;
    for await (const row of ledger.rows('r1')) {
      assert.deepEqual(row.sample, samples[n]);
      if (n === 0) await ledger.record('r1', exampleOutcome('s/999'));
      assert.equal(row.outcome !== undefined, n === 0 || n === 999);
      n += 1;
    }
    assert.equal(n, 1000);
  },
  'keeps any text that a model says, to the code unit': async (ledger) => {
    const text = 'nul \u0000 lone \ud800 pair 😀 quote " \' \\ \u2028 ﷽ 中文 ; DROP TABLE runs; --';
    const calls: readonly CallRecord[] = [{ text, reasoning: text, finish: 'length', usage: {}, latencyMs: 0, firstTokenMs: 0.25 }];
    const outcome = exampleOutcome(text, { calls, result: { status: 'error', reason: text, detail: text } });
    await ledger.createRun(exampleRun('r1'), [exampleSample(text)]);
    await ledger.record('r1', outcome);
    assert.deepEqual(await ledger.row('r1', text), { sample: exampleSample(text), outcome });
  },
  'is not changed by what a caller does with its values': async (ledger) => {
    const outcome = structuredClone(exampleOutcome('a')) as { attempts: number } & Outcome;
    await ledger.createRun(exampleRun('r1'), [exampleSample('a')]);
    await ledger.record('r1', outcome);
    outcome.attempts = 99;
    const read = (await ledger.row('r1', 'a'))?.outcome as { attempts: number } & Outcome;
    read.attempts = 98;
    assert.deepEqual((await ledger.row('r1', 'a'))?.outcome, exampleOutcome('a'));
  },
  'caches calls under exactly their key, the first ones for good': async (ledger) => {
    const { calls } = exampleOutcome('a');
    await ledger.cache('k1', calls);
    await ledger.cache('k1', []);
    assert.deepEqual(await ledger.cached('k1'), calls);
    assert.equal(await ledger.cached('K1'), undefined);
  },
  'can be closed twice and refuses work after that': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), [exampleSample('a')]);
    const recorded = ledger.record('r1', exampleOutcome('a'));
    await ledger.close();
    await ledger.close();
    await recorded;
    await rejectsWith('storage', ledger.run('r1'));
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('a')));
    await rejectsWith('storage', allRows(ledger, 'r1'));
  },
};
