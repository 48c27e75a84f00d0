import { countNoun } from '../../report/index.ts';
import { FathomError, type Ledger, type RunRecord } from '../../core/index.ts';
import { newRunId } from '../../evaluate/index.ts';
import { mergeRuns } from '../../runner/index.ts';
import { companionsOf } from '../companions.ts';
import { findRun, withLedger } from '../ledger-path.ts';

/** Unites runs, and those companions that each of them has, in a new run. */
export async function merge(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const prefer = readPrefer(flags['prefer']);
  await withLedger(flags, async (ledger) => {
    const runs = await differentRuns(ledger, names);
    const now = new Date();
    const id = newRunId(now);
    const sets = [{ runs, ending: '' }, ...(await sharedCompanions(ledger, runs))];
    const [merged] = await mergeRuns({
      ledger,
      sets: sets.map((set) => ({ runs: set.runs, as: { id: id + set.ending, createdAt: now.toISOString() } })),
      ...(prefer && { prefer }),
    });
    const { samples, shared, pending } = merged!;
    if (flags['json'] === true)
      return console.log(JSON.stringify({ run: id, mergedFrom: runs.map((run) => run.id), samples, shared, pending }, null, 2));
    const left = pending > 0 ? ` ${pending} are without an answer: fathom resume ${id}` : '';
    return console.log(`Run ${id} has ${countNoun(samples, 'sample')}, ${shared} of them in more than one run.${left}`);
  });
}

function readPrefer(prefer: unknown): 'first' | 'last' | undefined {
  if (prefer === undefined || prefer === 'first' || prefer === 'last') return prefer;
  throw new FathomError('misuse', `"${String(prefer)}" is no run to prefer.`, { fix: 'Use --prefer first or --prefer last.' });
}

async function differentRuns(ledger: Ledger, names: readonly string[]): Promise<readonly RunRecord[]> {
  const runs = await Promise.all(names.map((name) => findRun(ledger, name)));
  if (runs.length < 2)
    throw new FathomError('misuse', 'One run alone cannot be merged.', { fix: 'Name two or more: fathom merge RUN RUN.' });
  const twice = runs.find((run, i) => runs.findIndex(({ id }) => id === run.id) < i);
  if (twice) throw new FathomError('misuse', `The run ${twice.id} is named twice.`, { fix: 'Name each run once; fathom runs lists them.' });
  return runs;
}

async function sharedCompanions(ledger: Ledger, runs: readonly RunRecord[]) {
  const [first = [], ...others] = await Promise.all(runs.map((run) => companionsOf(ledger, run)));
  return first.flatMap(({ run, ending }) => {
    const rest = others.map((companions) => companions.find((companion) => companion.ending === ending)?.run);
    return rest.every((other) => other !== undefined) ? [{ runs: [run, ...rest], ending }] : [];
  });
}
