import type { Documents, RunRecord } from '../../core/index.ts';
import { newRunId, reopenDocuments } from '../../evaluate/index.ts';
import { rescoreRuns, type RescoreOptions, type TaskRescore } from '../../runner/index.ts';
import { companionsOf } from '../companions.ts';
import { findRun, withLedger, withLedgerToRead } from '../ledger-path.ts';
import { version } from '../version.ts';
import { findTasks } from '../wire.ts';
import { judgeLine, openJudge, type OpenJudge } from '../open-judge.ts';

/** Scores the answers of a run and of its companions again, and prints what changed in the run. */
export async function rescore(name: string, flags: Readonly<Record<string, unknown>>): Promise<void> {
  const dryRun = flags['dryRun'] === true;
  await (dryRun ? withLedgerToRead : withLedger)(flags, async (ledger) => {
    const run = await findRun(ledger, name);
    const { tasks } = await findTasks(run.tasks);
    const judge = await openJudge(flags, ledger, run);
    const now = new Date();
    const id = newRunId(now);
    const derived = [{ run, ending: '' }, ...(await companionsOf(ledger, run))];
    const runs = derived.map((each) => ({ run: each.run, as: { id: id + each.ending, createdAt: now.toISOString() } }));
    const changes = await rescoreWithDocuments({ ledger, runs, tasks, version: version(), dryRun, ...judging(judge) }, run);
    const own = changes.filter((change) => change.run === id);
    if (flags['json'] === true) console.log(JSON.stringify({ run: dryRun ? null : id, rescoredFrom: run.id, tasks: own }, null, 2));
    else await printChanges(own, { from: run.id, to: dryRun ? undefined : id });
    if (judge && 'asks' in judge) console.error(await judgeLine(judge.asks));
  });
}

function judging(judge: OpenJudge | undefined): Pick<RescoreOptions, 'judge'> {
  if (!judge) return {};
  return { judge: 'asks' in judge ? judge.asks : judge.recorded };
}

const NEEDED = new Error('a scorer looks into the haystack');

/** Few scorers look into the haystack, and it may be gone or take long to open: it is opened when one asks. */
async function rescoreWithDocuments(options: Omit<RescoreOptions, 'documents'>, run: RunRecord): Promise<readonly TaskRescore[]> {
  const unopened: Documents = {
    bytes() {
      throw NEEDED;
    },
  };
  try {
    return await rescoreRuns({ ...options, documents: unopened });
  } catch (error) {
    if (error !== NEEDED) throw error;
    return rescoreRuns({ ...options, documents: await reopenDocuments(run) });
  }
}

async function printChanges(
  changes: readonly TaskRescore[],
  { from, to }: { readonly from: string; readonly to: string | undefined },
): Promise<void> {
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: ['task', 'answers', 'scores that differ', 'old mean', 'new mean'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  const percent = (mean: number | null) => (mean === null ? '–' : (mean * 100).toFixed(1));
  for (const { task, scored, changed, oldMean, newMean } of changes)
    table.push([task, scored, changed, percent(oldMean), percent(newMean)]);
  console.log(table.toString());
  const changed = changes.reduce((sum, change) => sum + change.changed, 0);
  console.log(
    `${changed} scores differ. ${to === undefined ? 'Nothing was written.' : `Run ${from} stays; the new scores are run ${to}.`}`,
  );
}
