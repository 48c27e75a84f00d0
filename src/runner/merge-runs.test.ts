import { describe, expect, it } from 'vitest';
import { FathomError, type Ledger, type LedgerRow, type Outcome, type RunRecord } from '../core/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { exampleOutcome } from '../testing/ledger-examples.ts';
import { fakeRun, fakeSample } from './fake-run.fixture.ts';
import { mergeRuns } from './merge-runs.ts';

const as = { id: 'm', createdAt: '2026-02-02T00:00:00.000Z' };
const failed = (reason: string): Outcome['result'] => ({ status: 'error', reason, detail: 'so it was' });

/** A ledger with these runs; a sample's outcome may be absent. */
async function ledgerWith(runs: readonly { readonly record: RunRecord; readonly rows: readonly LedgerRow[] }[]): Promise<Ledger> {
  const ledger = createMemoryLedger();
  await ledger.importRuns(
    (async function* entries() {
      for (const { record, rows } of runs) {
        yield { run: record };
        yield* rows;
      }
    })(),
  );
  return ledger;
}

const row = (id: string, changes?: Partial<Outcome>): LedgerRow => ({
  sample: fakeSample(id),
  ...(changes && { outcome: exampleOutcome(id, changes) }),
});
const skip = (id: string): LedgerRow => ({
  sample: { id, task: 'fake/task', cell: { askedTokens: 100 }, skipped: { reason: 'window', detail: 'too long' } },
});
const part = (id: string, rows: readonly LedgerRow[], changes: Partial<RunRecord> = {}) => ({
  record: { ...fakeRun, id, ...changes },
  rows,
});

async function merged(parts: readonly ReturnType<typeof part>[], prefer?: 'first' | 'last') {
  const ledger = await ledgerWith(parts);
  const runs = parts.map(({ record }) => record);
  const [summary] = await mergeRuns({ ledger, sets: [{ runs, as }], ...(prefer && { prefer }) });
  return { summary, record: await ledger.run('m'), rows: await Array.fromAsync(ledger.rows('m')) };
}

async function refusal(parts: readonly ReturnType<typeof part>[]): Promise<string> {
  const ledger = await ledgerWith(parts);
  const error = await mergeRuns({ ledger, sets: [{ runs: parts.map(({ record }) => record), as }] }).catch((reason: unknown) => reason);
  expect(await ledger.run('m')).toBeUndefined();
  if (error instanceof FathomError && error.code === 'misuse') return error.message;
  throw new Error('expected misuse', { cause: error });
}

describe('mergeRuns', () => {
  it('takes every sample once: an answer before a failure, a failure before nothing, nothing before a skip', async () => {
    const one = part('a', [
      row('ok', {}),
      row('late'),
      row('bad', { result: failed('context') }),
      row('skip'),
      row('only a', {}),
      skip('none'),
    ]);
    const two = part('b', [
      row('only b'),
      row('bad', {}),
      row('late', { result: failed('rate') }),
      row('ok', {}),
      skip('skip'),
      skip('none'),
    ]);
    const { summary, record, rows } = await merged([one, two]);
    expect(rows.map(({ sample, outcome }) => `${sample.id} ${outcome?.result.status ?? 'pending'}`)).toEqual([
      'ok ok',
      'late error',
      'bad ok',
      'skip pending',
      'only a ok',
      'none skipped',
      'only b pending',
    ]);
    expect(summary).toEqual({ run: 'm', samples: 7, shared: 5, pending: 3 });
    expect(record).toMatchObject({ status: 'incomplete', mergedFrom: [{ run: 'a' }, { run: 'b' }] });
    expect((await merged([part('a', [row('x', {})]), part('b', [row('y', {})])])).record?.status).toBe('complete');
  });

  it('asks which of two different answers counts', async () => {
    const parts = [part('a', [row('x', { attempts: 1 })]), part('b', [row('x', { attempts: 2 })])];
    expect(await refusal(parts)).toBe('Both a and b have an answer to x, and they differ.');
    expect((await merged(parts, 'first')).rows[0]?.outcome?.attempts).toBe(1);
    expect((await merged(parts, 'last')).rows[0]?.outcome?.attempts).toBe(2);
  });

  it('unites lists of options, texts and the parts of merged runs, and drops what belongs to one part', async () => {
    const tasks = (lengths: readonly number[]) => ({
      tasks: { lengths, mode: 'corrected' },
      model: { proxy: `p${lengths[0]}` },
      first: 3,
      command: 'x',
    });
    const text = (digest: string) => ({ digest, language: 'en', origin: { kind: 'builtin' } });
    const { record } = await merged([
      part('a', [], { options: tasks([8000, 1000]), corpora: [text('d1')], imported: true }),
      part('b', [], {
        options: tasks([4000, 1000]),
        corpora: [text('d2'), text('d1')],
        mergedFrom: [{ run: 'c', tasks: ['fake/task'], options: {} }],
      }),
    ]);
    expect(record).toEqual({
      ...fakeRun,
      ...as,
      status: 'complete',
      options: { tasks: { lengths: [1000, 4000, 8000], mode: 'corrected' }, model: { proxy: 'p8000' } },
      corpora: [text('d1'), text('d2')],
      mergedFrom: [
        { run: 'a', tasks: ['fake/task'], options: tasks([8000, 1000]) },
        { run: 'c', tasks: ['fake/task'], options: {} },
      ],
      imported: true,
    });
  });

  it.each<[string, Partial<RunRecord>, readonly LedgerRow[], RegExp]>([
    ['models', { model: 'other/one' }, [], /differ in model: "fake\/one" and "other\/one"/],
    ['strategies', { strategy: 'rag' }, [], /differ in strategy/],
    ['seeds', { seed: 1 }, [], /differ in seed: 0 and 1/],
    ['tokenizers', { tokenizer: 'words' }, [], /differ in tokenizer/],
    ['settings', { options: { model: { temperature: 1 } } }, [], /differ in the model’s temperature: nothing and 1/],
    ['modes', { options: { tasks: { mode: 'compat' } } }, [], /differ in the option mode: nothing and "compat"/],
    ['prompts', {}, [{ sample: fakeSample('x', { promptTokens: 101 }) }], /prompt of x is not the same in a and b/],
    [
      'task versions',
      {},
      [{ sample: fakeSample('y', { taskVersion: 2 }) }],
      /different versions of fake\/task: prompts 1, scores 1; prompts 2, scores 2/,
    ],
    [
      'scorers',
      { rescoredFrom: { run: 'z', version: '1', taskVersions: { 'fake/task': 3 } } },
      [row('y')],
      /different versions of fake\/task: prompts 1, scores 1; prompts 1, scores 3/,
    ],
  ])('refuses different %s', async (_, changes, rows, says) => {
    expect(await refusal([part('a', [row('x')]), part('b', rows, changes)])).toMatch(says);
  });
});
