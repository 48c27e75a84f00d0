import { describe, expect, it } from 'vitest';
import { createMemoryLedger } from '../store/index.ts';
import { executeRun } from './execute-run.ts';
import { createFakeModel, failing, fakeOptions, fakeRun, fakeSamples, reply, withRun } from './fake-run.fixture.ts';

describe('the response cache of executeRun', () => {
  const cache = { modelOptions: {} };

  it('is off unless asked for', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    await executeRun(
      fakeOptions(
        ledger,
        createFakeModel(() => reply('yes')),
      ),
    );
    await ledger.createRun({ ...fakeRun, id: 'r2' }, fakeSamples(1));
    const model = createFakeModel(() => reply('no'));
    await executeRun(fakeOptions(ledger, model, { runId: 'r2', cache }));
    expect(model.asked).toEqual(['s/0']);
  });

  it('answers the same sample of another run without a request, and scores it anew', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(2));
    await executeRun(
      fakeOptions(
        ledger,
        createFakeModel(() => reply('yes')),
        { cache },
      ),
    );
    await ledger.createRun({ ...fakeRun, id: 'r2' }, fakeSamples(2));
    const model = createFakeModel(() => reply('no'));
    const end = await executeRun(fakeOptions(ledger, model, { runId: 'r2', cache }));
    expect(model.asked).toEqual([]);
    expect((await ledger.row('r2', 's/1'))!.outcome).toMatchObject({
      cached: true,
      attempts: 0,
      calls: [{ text: 'yes' }],
      result: { status: 'ok' },
    });
    expect(end.summary).toMatchObject({ fromCache: 2, ok: 2, scoreSum: 2, attempts: 0, usage: { inputTokens: 0 } });
  });

  it('asks again with other model options, and never keeps a failure', async () => {
    const ledger = await withRun(createMemoryLedger(), fakeSamples(1));
    await executeRun(fakeOptions(ledger, createFakeModel(failing('invalid', 9)), { cache }));
    for (const [runId, modelOptions] of [
      ['r2', {}],
      ['r3', { effort: 'high' }],
    ] as const) {
      await ledger.createRun({ ...fakeRun, id: runId }, fakeSamples(1));
      const model = createFakeModel(() => reply('yes'));
      await executeRun(fakeOptions(ledger, model, { runId, cache: { modelOptions } }));
      expect(model.asked).toEqual(['s/0']);
    }
  });
});
