import assert from 'node:assert/strict';
import type { Ledger, RunEntry } from '../core/index.ts';
import { allRows, named, rejectsWith } from './ledger-assertions.ts';
import { exampleOutcome, exampleRun, exampleSample } from './ledger-examples.ts';

const MONDAY = '2026-02-02T08:00:00.000Z';
const TUESDAY = '2026-02-03T08:00:00.000Z';

/** Runs r1, r2 and r3 of three samples each, one of them answered. */
async function threeRuns(ledger: Ledger): Promise<void> {
  for (const id of ['r1', 'r2', 'r3']) {
    await ledger.createRun(exampleRun(id, { status: 'incomplete' }), named('s', 3));
    await ledger.record(id, exampleOutcome('s/0'));
  }
}

const idsOf = async (ledger: Ledger) => (await ledger.runs()).map(({ id }) => id);

const trashOf = async (ledger: Ledger) => (await ledger.trashed()).map(({ run, trashedAt }) => [run.id, trashedAt]);

async function* onlyRun(id: string): AsyncGenerator<RunEntry> {
  yield { run: exampleRun(id) };
  yield { sample: exampleSample('a') };
}

/** What every ledger must do with runs that are deleted, had back and removed for good. */
export const LEDGER_TRASH_CASES: { readonly [name: string]: (ledger: Ledger) => Promise<void> } = {
  'lists no deleted run, and gives it back as it was': async (ledger) => {
    await threeRuns(ledger);
    const rows = await allRows(ledger, 'r2');
    await ledger.trash(['r2'], MONDAY);
    assert.deepEqual(await idsOf(ledger), ['r3', 'r1']);
    assert.equal(await ledger.run('r2'), undefined);
    assert.deepEqual(await ledger.trashed(), [{ run: exampleRun('r2', { status: 'incomplete' }), trashedAt: MONDAY }]);
    assert.deepEqual(await allRows(ledger, 'r2'), rows);
    await ledger.restore(['r2']);
    assert.deepEqual(await idsOf(ledger), ['r3', 'r2', 'r1']);
    assert.deepEqual(await ledger.run('r2'), exampleRun('r2', { status: 'incomplete' }));
    assert.deepEqual(await allRows(ledger, 'r2'), rows);
    assert.deepEqual(await ledger.trashed(), []);
  },
  'deletes and restores several runs together or none, and twice does no harm': async (ledger) => {
    await threeRuns(ledger);
    await rejectsWith('missing', ledger.trash(['r1', 'none', 'r2'], MONDAY));
    assert.deepEqual(await idsOf(ledger), ['r3', 'r2', 'r1']);
    await ledger.trash(['r1', 'r2'], MONDAY);
    await ledger.trash(['r3', 'r1'], TUESDAY);
    assert.deepEqual(await trashOf(ledger), [
      ['r3', TUESDAY],
      ['r2', MONDAY],
      ['r1', MONDAY],
    ]);
    await rejectsWith('missing', ledger.restore(['r1', 'none']));
    assert.deepEqual(await idsOf(ledger), []);
    await ledger.restore(['r1', 'r3']);
    await ledger.restore(['r1']);
    assert.deepEqual(await idsOf(ledger), ['r3', 'r1']);
  },
  'loses no answer that is on its way to a deleted run, and begins no session of it': async (ledger) => {
    await threeRuns(ledger);
    const batch = { label: 'b', state: 'intent', sampleIds: ['s/2'], createdAt: MONDAY } as const;
    await ledger.beginSession('r1');
    await ledger.trash(['r1'], MONDAY);
    await ledger.record('r1', exampleOutcome('s/1'));
    await ledger.saveBatch('r1', batch);
    await ledger.setStatus('r1', 'incomplete');
    await rejectsWith('storage', ledger.beginSession('r1'));
    assert.deepEqual((await ledger.trashed())[0]?.run, exampleRun('r1', { status: 'incomplete' }));
    await ledger.restore(['r1']);
    assert.deepEqual(await ledger.row('r1', 's/1'), { sample: exampleSample('s/1'), outcome: exampleOutcome('s/1') });
    assert.deepEqual(await ledger.batches('r1'), [batch]);
    assert.deepEqual(
      (await ledger.pending('r1')).map(({ id }) => id),
      ['s/2'],
    );
    assert.equal(await ledger.beginSession('r1'), 2);
  },
  'gives the id of a deleted run to no other': async (ledger) => {
    await threeRuns(ledger);
    await ledger.trash(['r1'], MONDAY);
    await rejectsWith('storage', ledger.createRun(exampleRun('r1'), []));
    await rejectsWith('storage', ledger.importRuns(onlyRun('r1')));
    await ledger.restore(['r1']);
    assert.equal((await allRows(ledger, 'r1')).length, 3);
  },
  'removes for good what was deleted, and nothing else': async (ledger) => {
    await ledger.createRun(exampleRun('big'), named('s', 600));
    await Promise.all(named('s', 400).map(({ id }) => ledger.record('big', exampleOutcome(id))));
    await ledger.saveBatch('big', { label: 'b', state: 'ended', sampleIds: [], createdAt: MONDAY });
    await threeRuns(ledger);
    const kept = await allRows(ledger, 'r1');
    await rejectsWith('misuse', ledger.purge('big'));
    await rejectsWith('missing', ledger.purge('none'));
    assert.equal((await allRows(ledger, 'big')).length, 600);
    await ledger.trash(['big', 'r3'], MONDAY);
    await ledger.purge('big');
    assert.deepEqual(await trashOf(ledger), [['r3', MONDAY]]);
    assert.deepEqual(await idsOf(ledger), ['r2', 'r1']);
    assert.deepEqual(await allRows(ledger, 'r1'), kept);
    await rejectsWith('missing', ledger.restore(['big']));
    await rejectsWith('missing', ledger.counts('big'));
    await rejectsWith('missing', ledger.record('big', exampleOutcome('s/500')));
    await ledger.createRun(exampleRun('big'), named('s', 1));
    assert.deepEqual(await allRows(ledger, 'big'), [{ sample: exampleSample('s/0') }]);
    assert.deepEqual(await ledger.batches('big'), []);
  },
  'raises the revision when a run is deleted, had back or removed': async (ledger) => {
    await threeRuns(ledger);
    const other = await ledger.revision('r2');
    const seen = [[await ledger.revision('r1'), await ledger.revision()] as const];
    const note = async () => seen.push([await ledger.revision('r1'), await ledger.revision()]);
    await ledger.trash(['r1'], MONDAY).then(note);
    await ledger.restore(['r1']).then(note);
    await ledger.trash(['r1'], MONDAY).then(note);
    const before = await ledger.revision();
    await ledger.purge('r1');
    assert.ok((await ledger.revision()) > before);
    await ledger.createRun(exampleRun('r1'), []).then(note);
    seen.slice(1).forEach(([own, all], i) => assert.ok(own > seen[i]![0] && all > seen[i]![1], String(i)));
    assert.equal(await ledger.revision('r2'), other);
  },
};
