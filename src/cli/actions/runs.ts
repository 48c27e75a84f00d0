import type { Ledger, RunRecord } from '../../core/index.ts';
import { deletedRuns, isCompanion } from '../../evaluate/index.ts';
import { scoreLabel, type RunSummary } from '../../report/index.ts';
import { keepSummary } from '../keep-summary.ts';
import { storeFolder, withLedgerToRead } from '../ledger-path.ts';
import { runRevision } from '../run-revision.ts';
import { createSummaryStore } from '../summary-store.ts';
import { findTasks } from '../wire.ts';

/** Flags of `fathom runs`. */
export interface RunsFlags {
  readonly store?: string;
  readonly deleted?: boolean;
  readonly json?: boolean;
}

/** Prints the runs of a ledger, or those that were deleted from it. */
export async function listRuns(flags: RunsFlags): Promise<void> {
  await withLedgerToRead(flags, async (ledger) => {
    const runs = flags.deleted ? await deletedRows(ledger) : await keptRows(ledger, storeFolder(flags));
    if (flags.json) return console.log(JSON.stringify(runs, null, 2));
    if (runs.length === 0) return console.log(flags.deleted ? 'No run is deleted.' : 'No runs yet. Start one: fathom run needlebench');
    const { default: Table } = await import('cli-table3');
    const head = ['run', ...(flags.deleted ? ['deleted'] : []), 'status', 'model', 'tasks', 'answered', 'score'];
    const table = new Table({ head, style: { head: [], border: [] } });
    for (const { run, status, model, tasks, ok, asked, failed, mean, unit, ...row } of runs) {
      const score = unit === undefined || unit === 'score' || mean === null ? scoreLabel(mean, { digits: 1 }) : `${mean} ${unit}`;
      table.push([run, ...deletedCell(row), status, model, tasksLabel(tasks), answeredLabel({ ok, asked, failed }), score]);
    }
    return console.log(table.toString());
  });
}

interface RunRow extends Pick<RunRecord, 'status' | 'model' | 'strategy' | 'tasks' | 'createdAt' | 'tokenizer' | 'seed'> {
  readonly run: string;
  readonly total: number;
  readonly done: number;
  readonly ok: number;
  readonly failed: number;
  readonly skipped: number;
  /** Samples that could be asked. */
  readonly asked: number;
  /** The headline, 0–1 or in its unit. */
  readonly mean: number | null;
  readonly headline?: string;
  readonly unit?: RunSummary['overall']['unit'];
  readonly deletedAt?: string;
  readonly halfRemoved?: boolean;
}

async function keptRows(ledger: Ledger, folder: string): Promise<readonly RunRow[]> {
  const runs = (await ledger.runs()).filter(({ id }) => !isCompanion(id));
  const rows: RunRow[] = [];
  for (const run of runs) rows.push({ ...(await withCounts(ledger, run)), ...(await headlineOf(ledger, run, folder)) });
  return rows;
}

/** The headline that reports show: what was kept of it, else worked out anew. Runs whose benchmark cannot be loaded keep the plain mean. */
async function headlineOf(ledger: Ledger, run: RunRecord, folder: string): Promise<Partial<RunRow>> {
  try {
    const kept = createSummaryStore(folder).read(run.id, await runRevision(ledger, run.id));
    const { overall } = kept ?? (await keepSummary(ledger, run, { folder, families: (await findTasks(run.tasks)).families }));
    return { mean: overall.mean, headline: overall.label, unit: overall.unit };
  } catch {
    return {};
  }
}

async function deletedRows(ledger: Ledger): Promise<readonly RunRow[]> {
  const deleted = await deletedRuns(ledger);
  return Promise.all(
    deleted.map(async ({ run, deletedAt, halfRemoved }) => ({ ...(await withCounts(ledger, run)), deletedAt, halfRemoved })),
  );
}

async function withCounts(ledger: Ledger, run: RunRecord): Promise<RunRow> {
  const { id, status, model, strategy, tasks, createdAt, tokenizer, seed } = run;
  const { total, pending, ok, errors: failed, skipped, scoreSum } = await ledger.counts(id);
  const mean = ok === 0 ? null : scoreSum / ok;
  const counts = { total, done: total - pending, ok, failed, skipped, asked: total - skipped };
  return { run: id, status, model, strategy, tasks, createdAt, tokenizer, seed, ...counts, mean };
}

/** Beyond so many tasks of a family only their number is said. */
const MOST_TASKS = 5;

/** The tasks of a run, one a line; many of one family together: `longbench (21 tasks)`. */
function tasksLabel(tasks: readonly string[]): string {
  const families = Map.groupBy(tasks, (task) => task.split('/', 1)[0]!);
  return [...families].flatMap(([family, own]) => (own.length > MOST_TASKS ? `${family} (${own.length} tasks)` : own)).join('\n');
}

/** `5/6, 1 failed`. */
const answeredLabel = ({ ok, asked, failed }: Pick<RunRow, 'ok' | 'asked' | 'failed'>): string =>
  `${ok}/${asked}${failed > 0 ? `, ${failed} failed` : ''}`;

/** `2026-02-03 08:00`, UTC. */
function deletedCell({ deletedAt, halfRemoved }: Pick<RunRow, 'deletedAt' | 'halfRemoved'>): readonly string[] {
  if (deletedAt === undefined) return [];
  return [halfRemoved ? 'half removed' : deletedAt.slice(0, 16).replace('T', ' ')];
}
