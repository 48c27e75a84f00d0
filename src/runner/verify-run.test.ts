import { describe, expect, it } from 'vitest';
import type { Ledger, Sample, SkippedSample } from '../core/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { executeRun } from './execute-run.ts';
import { createFakeModel, fakeOptions, fakeSample, fakeSamples, noDocuments, reply, withRun } from './fake-run.fixture.ts';
import { verifyRun, type VerifyRunOptions } from './verify-run.ts';

const skipped: SkippedSample = { id: 'x', task: 'fake/task', cell: {}, skipped: { reason: 'window', detail: 'too long' } };

async function finishedRun(): Promise<{ readonly ledger: Ledger; readonly options: VerifyRunOptions }> {
  const ledger = await withRun(createMemoryLedger(), [...fakeSamples(3), skipped]);
  const run = fakeOptions(
    ledger,
    createFakeModel(() => reply('yes')),
  );
  await executeRun(run);
  const options = { ledger, runId: 'r1', documents: noDocuments, digestPrompt: run.digestPrompt, countPrompt: () => 100 };
  return { ledger, options: { ...options, rebuild: () => yielding([...fakeSamples(3), skipped]) } };
}

async function* yielding(samples: readonly (Sample | SkippedSample)[]): AsyncGenerator<Sample | SkippedSample> {
  yield* samples;
}

describe('verifyRun', () => {
  it('finds a true run true', async () => {
    const { options } = await finishedRun();
    expect(await verifyRun(options)).toEqual({ checked: 4, mismatches: [] });
  });

  it('finds samples that are missing, new, or different', async () => {
    const { options } = await finishedRun();
    const rebuild = () => yielding([fakeSample('s/0'), fakeSample('s/1', { target: 'no' }), fakeSample('s/9'), skipped]);
    const { checked, mismatches } = await verifyRun({ ...options, rebuild });
    expect([checked, mismatches.map(({ sampleId, kind }) => [sampleId, kind])]).toEqual([
      3,
      [
        ['s/1', 'sample'],
        ['s/9', 'unexpected'],
        ['s/2', 'missing'],
      ],
    ]);
  });

  it('finds prompts whose bytes or length changed', async () => {
    const { options } = await finishedRun();
    const digestPrompt: VerifyRunOptions['digestPrompt'] = (steps, documents) =>
      JSON.stringify(steps).includes('s/1') ? 'other' : options.digestPrompt(steps, documents);
    const countPrompt = (sample: Sample): number => (sample.id === 's/2' ? 99 : 100);
    expect(await verifyRun({ ...options, digestPrompt, countPrompt })).toEqual({
      checked: 4,
      mismatches: [
        { sampleId: 's/1', kind: 'digest', recorded: 'digest of [{"text":"s/1"}]', rebuilt: 'other' },
        { sampleId: 's/2', kind: 'tokens', recorded: '100', rebuilt: '99' },
      ],
    });
  });

  it('says when the run is unknown', async () => {
    const { options } = await finishedRun();
    await expect(verifyRun({ ...options, runId: 'none' })).rejects.toMatchObject({ code: 'missing' });
  });
});
