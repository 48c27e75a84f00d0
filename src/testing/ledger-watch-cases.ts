import assert from 'node:assert/strict';
import type { Ledger, RunEntry } from '../core/index.ts';
import { named, rejectsWith } from './ledger-assertions.ts';
import { exampleOutcome, exampleRun, exampleSample, exampleSkipped } from './ledger-examples.ts';

const NO_COUNTS = { total: 0, ok: 0, errors: 0, passingErrors: 0, skipped: 0, pending: 0, scoreSum: 0 };
const failed = (reason: string) => ({ status: 'error', reason, detail: 'so it was' }) as const;
const scored = (value: number) => ({ status: 'ok', score: { value, mode: 'corrected', metric: 'keyword' } }) as const;

async function* onlyRun(id: string): AsyncGenerator<RunEntry> {
  yield { run: exampleRun(id) };
  yield { sample: exampleSample('a'), outcome: exampleOutcome('a') };
}

/** What every ledger must do for those who watch a run go on. */
export const LEDGER_WATCH_CASES: { readonly [name: string]: (ledger: Ledger) => Promise<void> } = {
  'counts the outcomes of a run': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), [...named('s', 7), exampleSkipped('skipped')]);
    await ledger.createRun(exampleRun('r2'), []);
    await ledger.record('r1', exampleOutcome('s/0', { result: scored(0.5) }));
    await ledger.record('r1', exampleOutcome('s/1', { result: scored(0.25) }));
    for (const [i, reason] of ['rate', 'context', 'scorer', 'server'].entries())
      await ledger.record('r1', exampleOutcome(`s/${i + 2}`, { result: failed(reason) }));
    assert.deepEqual(await ledger.counts('r1'), { total: 8, ok: 2, errors: 4, passingErrors: 2, skipped: 1, pending: 1, scoreSum: 0.75 });
    await ledger.record('r1', exampleOutcome('s/2', { result: scored(1) }));
    assert.equal(await ledger.reopen('r1'), 2);
    assert.deepEqual(await ledger.counts('r1'), { total: 8, ok: 3, errors: 1, passingErrors: 0, skipped: 1, pending: 3, scoreSum: 1.75 });
    assert.deepEqual(await ledger.counts('r2'), NO_COUNTS);
    await rejectsWith('missing', ledger.counts('none'));
  },
  'counts outcomes whatever they hold': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), named('s', 2));
    let trace: unknown[] = [];
    for (let depth = 0; depth < 1500; depth += 1) trace = [trace];
    await ledger.record('r1', exampleOutcome('s/0', { trace: trace as [] }));
    const { total, pending } = await ledger.counts('r1');
    assert.deepEqual([total, pending], [2, 1]);
    assert.equal((await ledger.pending('r1')).length, 1);
    assert.equal(JSON.stringify((await ledger.row('r1', 's/0'))?.outcome?.trace), JSON.stringify(trace));
  },
  'raises the revision of a run with every change of it, and only of it': async (ledger) => {
    await ledger.createRun(exampleRun('r1'), named('s', 3));
    await ledger.createRun(exampleRun('r2'), named('s', 3));
    const batch = { label: 'b', state: 'intent', sampleIds: ['s/2'], createdAt: '2026-01-31T14:25:30.000Z' } as const;
    const changes: { readonly [what: string]: () => Promise<unknown> } = {
      record: () => ledger.record('r1', exampleOutcome('s/0', { result: failed('rate') })),
      'record again': () => ledger.record('r1', exampleOutcome('s/0', { result: failed('context') })),
      reopen: () => ledger.reopen('r1'),
      'record reopened': () => ledger.record('r1', exampleOutcome('s/0')),
      status: () => ledger.setStatus('r1', 'complete'),
      session: () => ledger.beginSession('r1'),
      batch: () => ledger.saveBatch('r1', batch),
      'batch again': () => ledger.saveBatch('r1', { ...batch, state: 'submitted' }),
    };
    const other = await ledger.revision('r2');
    for (const [what, change] of Object.entries(changes)) {
      const [own, all] = [await ledger.revision('r1'), await ledger.revision()];
      await change();
      assert.ok((await ledger.revision('r1')) > own, what);
      assert.ok((await ledger.revision()) > all, what);
    }
    assert.equal(await ledger.revision('r2'), other);
    await rejectsWith('missing', ledger.revision('none'));
  },
  'keeps the revision where nothing changed': async (ledger) => {
    assert.equal(await ledger.revision(), 0);
    await ledger.createRun(exampleRun('r1'), named('s', 2));
    await ledger.record('r1', exampleOutcome('s/0'));
    const before = [await ledger.revision('r1'), await ledger.revision()];
    await rejectsWith('storage', ledger.record('r1', exampleOutcome('s/0')));
    await ledger.reopen('r1');
    await ledger.cache('k', []);
    await ledger.pending('r1');
    assert.deepEqual([await ledger.revision('r1'), await ledger.revision()], before);
    await ledger.importRuns(onlyRun('r2'));
    assert.equal(await ledger.revision('r1'), before[0]);
    assert.ok((await ledger.revision()) > before[1]!);
  },
};
