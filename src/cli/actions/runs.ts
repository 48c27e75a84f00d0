import type { Ledger, RunRecord } from '../../core/index.ts';
import { isCompanion } from '../../evaluate/index.ts';
import { summarizeRun } from '../../runner/index.ts';
import { withLedgerToRead } from '../ledger-path.ts';

/** Prints the runs of a ledger. */
export async function listRuns(flags: { readonly store?: string; readonly json?: boolean }): Promise<void> {
  await withLedgerToRead(flags, async (ledger) => {
    const runs = await Promise.all((await ledger.runs()).filter(({ id }) => !isCompanion(id)).map((run) => withCounts(ledger, run)));
    if (flags.json) return console.log(JSON.stringify(runs, null, 2));
    if (runs.length === 0) return console.log('No runs yet. Start one: fathom run needlebench');
    const { default: Table } = await import('cli-table3');
    const table = new Table({ head: ['run', 'status', 'model', 'tasks', 'answered', 'score'], style: { head: [], border: [] } });
    for (const { run, status, model, tasks, ok, asked, failed, mean } of runs) {
      table.push([
        run,
        status,
        model,
        [...tasks].join('\n'),
        `${ok}/${asked}${failed > 0 ? `, ${failed} failed` : ''}`,
        mean === null ? '–' : (mean * 100).toFixed(1),
      ]);
    }
    console.log(table.toString());
  });
}

async function withCounts(ledger: Ledger, run: RunRecord) {
  const { id, status, model, strategy, tasks, createdAt, tokenizer, seed } = run;
  const { total, pending, ok, errors: failed, skipped, scoreSum } = await summarizeRun(ledger, id, { strategy });
  const mean = ok === 0 ? null : scoreSum / ok;
  const counts = { total, done: total - pending, ok, failed, skipped, asked: total - skipped };
  return { run: id, status, model, strategy, tasks, createdAt, tokenizer, seed, ...counts, mean };
}
