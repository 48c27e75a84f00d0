import { FathomError, type RunRecord } from '../core/index.ts';
import type { ComparedRun } from './compare-runs.ts';
import { countNoun } from './labels.ts';
import { runDifferences } from './run-differences.ts';

interface AskedSample {
  readonly version: number;
  readonly mode: string | undefined;
}

/** The samples of a run by their id. */
export type AskedSamples = ReadonlyMap<string, AskedSample>;

/** What was asked: sample id → version of its task and mode of its score. */
export async function askedSamples(rows: ComparedRun['rows']): Promise<AskedSamples> {
  const samples = new Map<string, AskedSample>();
  for await (const { sample, outcome } of rows) {
    if ('skipped' in sample) continue;
    samples.set(sample.id, {
      version: sample.taskVersion,
      mode: outcome?.result.status === 'ok' ? outcome.result.score.mode : undefined,
    });
  }
  return samples;
}

/**
 * Reasons to doubt that a run was asked the same as the first one.
 * @throws FathomError `misuse` when they share no sample (same id, same version of the task)
 */
export async function doubtsOf(
  { run, rows }: ComparedRun,
  { run: first, asked }: { readonly run: RunRecord; readonly asked: AskedSamples },
): Promise<string[]> {
  const own = await askedSamples(rows);
  const shared = [...own].flatMap(([id, sample]) => {
    const other = asked.get(id);
    return other ? [{ sample, other }] : [];
  });
  const sameVersion = shared.filter(({ sample, other }) => sample.version === other.version);
  if (sameVersion.length === 0) {
    const why = shared.length === 0 ? 'have no sample in common' : 'asked samples of different versions of the task';
    throw new FathomError(
      'misuse',
      `The runs ${first.id} (${first.model}) and ${run.id} (${run.model}) ${why}: their scores do not compare.`,
      {
        fix: 'Ask the models together: fathom run TASKS --model A --model B.',
      },
    );
  }
  const modes = sameVersion.filter(({ sample, other }) => sample.mode && other.mode && sample.mode !== other.mode);
  return [
    ...runDifferences(first, run),
    ...counted(asked.size - shared.length, 'missing here'),
    ...counted(own.size - shared.length, 'only here'),
    ...counted(shared.length - sameVersion.length, 'made by different versions of the task'),
    ...counted(modes.length, 'scored under different modes'),
  ];
}

function counted(count: number, what: string): string[] {
  return count === 0 ? [] : [`${countNoun(count, 'sample')} ${what}`];
}
