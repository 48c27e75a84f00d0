import { describe, expect, it } from 'vitest';
import { FathomError, type CallRecord, type Ledger, type Outcome, type Task } from '../core/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { exampleOutcome, exampleSkipped } from '../testing/ledger-examples.ts';
import { fakeRun, fakeSamples, fakeTask, noDocuments } from './fake-run.fixture.ts';
import { rescoreRuns } from './rescore-runs.ts';

const call = (text: string, changes: Partial<CallRecord> = {}): CallRecord => ({
  text,
  finish: 'stop',
  usage: {},
  latencyMs: 1,
  ...changes,
});
const scored = (value: number): Outcome['result'] => ({ status: 'ok', score: { value, mode: 'own', metric: 'exact' } });
const failed = (reason: string): Outcome['result'] => ({ status: 'error', reason, detail: 'so it was' });

/** Version 2 of the task takes `YES` too. */
const kinder: Task = {
  ...fakeTask,
  version: 2,
  score: ({ replies }) => ({ status: 'ok', score: { value: replies[0]?.toLowerCase() === 'yes' ? 1 : 0, mode: 'own', metric: 'exact' } }),
};
const as = { id: 'r2', createdAt: '2026-02-02T00:00:00.000Z' };

/** Run r1: right, wrong in capitals, wrong and cut, unscored, failed, pending, skipped. */
async function ledgerWithAnswers(): Promise<Ledger> {
  const ledger = createMemoryLedger();
  await ledger.createRun(fakeRun, [...fakeSamples(6), { ...exampleSkipped('none'), task: 'fake/task' }]);
  const outcomes: readonly Partial<Outcome>[] = [
    { result: scored(1), calls: [call('yes')] },
    { result: scored(0), calls: [call('YES')] },
    { result: scored(0), calls: [call('y', { finish: 'length' })] },
    { result: failed('scorer'), calls: [call('yes')] },
    { result: failed('context'), calls: [] },
  ];
  for (const [i, changes] of outcomes.entries()) await ledger.record('r1', exampleOutcome(`s/${i}`, changes));
  await ledger.setStatus('r1', 'complete');
  return ledger;
}

describe('rescoreRuns', () => {
  it('scores recorded answers with the current code as a new run, and says what changed', async () => {
    const ledger = await ledgerWithAnswers();
    const before = await Array.fromAsync(ledger.rows('r1'));
    const options = { ledger, runs: [{ run: (await ledger.run('r1'))!, as }], tasks: [kinder], documents: noDocuments, version: '9.9.9' };
    const changes = [{ run: 'r2', task: 'fake/task', scored: 4, changed: 2, oldMean: 1 / 3, newMean: 3 / 4 }];
    expect(await rescoreRuns({ ...options, dryRun: true })).toEqual(changes);
    expect(await ledger.run('r2')).toBeUndefined();
    expect(await rescoreRuns(options)).toEqual(changes);
    expect(await ledger.run('r2')).toEqual({
      ...fakeRun,
      ...as,
      status: 'complete',
      rescoredFrom: { run: 'r1', version: '9.9.9', taskVersions: { 'fake/task': 2 } },
    });
    const results = [
      scored(1),
      scored(1),
      { ...scored(0), score: { value: 0, mode: 'own', metric: 'exact', errorClass: 'length' } },
      scored(1),
    ];
    expect(await Array.fromAsync(ledger.rows('r2'))).toEqual(
      before.map((row, i) => (i < results.length ? { ...row, outcome: { ...row.outcome, result: results[i] } } : row)),
    );
    expect(await Array.fromAsync(ledger.rows('r1'))).toEqual(before);
  });

  it('tells the scorer which parts of the context the model was given', async () => {
    const ledger = createMemoryLedger();
    await ledger.createRun(fakeRun, fakeSamples(2));
    const used = [{ block: 'paragraph-3' }];
    await ledger.record('r1', exampleOutcome('s/0', { calls: [call('yes')], used }));
    await ledger.record('r1', exampleOutcome('s/1', { calls: [call('yes')] }));
    const given: unknown[] = [];
    const task: Task = {
      ...fakeTask,
      score: (answer, sample) => {
        given.push([sample.id, answer.used]);
        return scored(1);
      },
    };
    await rescoreRuns({
      ledger,
      runs: [{ run: (await ledger.run('r1'))!, as }],
      tasks: [task],
      documents: noDocuments,
      version: '9',
      dryRun: true,
    });
    expect(given).toEqual([
      ['s/0', used],
      ['s/1', undefined],
    ]);
  });

  it('writes nothing when a scorer needs a text that cannot be had', async () => {
    const ledger = await ledgerWithAnswers();
    const gone = new FathomError('missing', 'the haystack is gone');
    const documents = {
      bytes: () => {
        throw gone;
      },
    };
    const looking: Task = { ...fakeTask, score: async (_, __, deps) => (deps.documents!.bytes('d1'), scored(1)) };
    await expect(rescoreRuns({ ledger, runs: [{ run: fakeRun, as }], tasks: [looking], documents, version: '1' })).rejects.toBe(gone);
    await expect(rescoreRuns({ ledger, runs: [{ run: fakeRun, as }], tasks: [], documents, version: '1' })).rejects.toThrow('fake/task');
    expect(await ledger.run('r2')).toBeUndefined();
  });
});
