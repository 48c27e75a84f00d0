import { FathomError, isRetryable, type Ledger, type LedgerRow, type RunEntry, type RunRecord } from '../core/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { DerivedRun } from './derived-run.ts';
import { mergedRecord } from './merged-record.ts';

/** Runs to be united, at least two, each set under an id of its own. */
export interface MergeOptions {
  readonly ledger: Ledger;
  readonly sets: readonly { readonly runs: readonly RunRecord[]; readonly as: DerivedRun }[];
  /** Which of two different answers to one sample counts. Default: neither, such runs are refused. */
  readonly prefer?: 'first' | 'last';
}

/** What became of the samples of a merged run. */
export interface MergedRun {
  readonly run: string;
  readonly samples: number;
  /** Samples that more than one run has. */
  readonly shared: number;
  /** Samples that still need an answer. */
  readonly pending: number;
}

/**
 * Unites runs in new ones: every sample once, in the order in which it first comes. Of a sample that several runs have, an answer counts more
 * than a failure, a failure more than nothing. All or nothing; the old runs stay. Rejects with a FathomError (`misuse`) for runs that are not
 * parts of one measurement and for two different answers without `prefer`.
 */
export async function mergeRuns({ ledger, sets, prefer }: MergeOptions): Promise<readonly MergedRun[]> {
  const merged: MergedRun[] = [];
  await ledger.importRuns(mergedEntries({ ledger, sets, ...(prefer && { prefer }) }, merged));
  for (const { run, pending } of merged) if (pending === 0) await ledger.setStatus(run, 'complete');
  return merged;
}

async function* mergedEntries({ ledger, sets, prefer }: MergeOptions, merged: MergedRun[]): AsyncGenerator<RunEntry> {
  for (const { runs, as } of sets) {
    let [samples, shared, pending] = [0, 0, 0];
    yield { run: mergedRecord(runs, as) };
    for await (const rows of groupedRows(ledger, runs)) {
      const row = chosenRow(rows, prefer);
      samples += 1;
      shared += Number(rows.length > 1);
      pending += Number(row.outcome === undefined || isRetryable(row.outcome.result));
      yield row;
    }
    merged.push({ run: as.id, samples, shared, pending });
  }
}

interface SourceRow {
  readonly run: RunRecord;
  readonly row: LedgerRow;
}

/** For each sample the rows of all runs that have it, in the runs' order. */
async function* groupedRows(ledger: Ledger, runs: readonly RunRecord[]): AsyncGenerator<readonly SourceRow[]> {
  const seen = new Set<string>();
  const versions = new Map<string, { readonly run: RunRecord; readonly version: string }>();
  for (const [i, run] of runs.entries()) {
    for await (const row of ledger.rows(run.id)) {
      requireSameVersion(versions, { run, row });
      if (seen.has(row.sample.id)) continue;
      seen.add(row.sample.id);
      const rows: SourceRow[] = [{ run, row }];
      for (const other of runs.slice(i + 1)) {
        const found = await ledger.row(other.id, row.sample.id);
        if (found) rows.push({ run: other, row: found });
      }
      yield rows;
    }
  }
}

/** Prompts and scores of a task must come from one version of it. */
function requireSameVersion(
  versions: Map<string, { readonly run: RunRecord; readonly version: string }>,
  { run, row: { sample } }: SourceRow,
): void {
  if ('skipped' in sample) return;
  const { task, taskVersion } = sample;
  const version = `prompts ${taskVersion}, scores ${run.rescoredFrom?.taskVersions[task] ?? taskVersion}`;
  const known = versions.get(task) ?? { run, version };
  versions.set(task, known);
  if (known.version === version) return;
  throw new FathomError(
    'misuse',
    `The runs ${known.run.id} and ${run.id} used different versions of ${task}: ${known.version}; ${version}.`,
    {
      fix: 'Where only the scores differ, fathom rescore brings both to the same version.',
    },
  );
}

function chosenRow(sources: readonly SourceRow[], prefer: MergeOptions['prefer']): LedgerRow {
  requireSameSample(sources);
  const best = Math.max(...sources.map(({ row }) => rank(row)));
  const candidates = sources.filter(({ row }) => rank(row) === best);
  const isAnswer = best === rankOfAnswer;
  const different = candidates.find(({ row }) => canonicalJson(row) !== canonicalJson(candidates[0]!.row));
  if (isAnswer && different && prefer === undefined) throw twoAnswers(candidates[0]!, different);
  return (prefer === 'last' ? candidates.at(-1)! : candidates[0]!).row;
}

const rankOfAnswer = 3;

/** Skipped, pending, failed, answered. */
function rank({ sample, outcome }: LedgerRow): number {
  if ('skipped' in sample) return 0;
  if (outcome === undefined) return 1;
  return outcome.result.status === 'ok' ? rankOfAnswer : 2;
}

function requireSameSample(sources: readonly SourceRow[]): void {
  const built = sources.filter(({ row: { sample } }) => !('skipped' in sample));
  const other = built.find(({ row }) => canonicalJson(row.sample) !== canonicalJson(built[0]!.row.sample));
  if (!other) return;
  throw new FathomError('misuse', `The prompt of ${other.row.sample.id} is not the same in ${built[0]!.run.id} and ${other.run.id}.`, {
    fix: 'The runs were made from different texts, options or versions: they are no parts of one measurement.',
  });
}

function twoAnswers(a: SourceRow, b: SourceRow): FathomError {
  return new FathomError('misuse', `Both ${a.run.id} and ${b.run.id} have an answer to ${a.row.sample.id}, and they differ.`, {
    fix: 'Say which run counts: --prefer first or --prefer last.',
  });
}
