import type { Family, Ledger, Model, RunRecord, Strategy, Task } from '../core/index.ts';
import { loadFamily } from '../benchmarks/index.ts';
import type { RunSummary } from '../report/index.ts';
import { executeRun, planRun, type RunEvent, type RunLimits, type RunSignals } from '../runner/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { createDirect } from '../strategies/index.ts';
import { promptDigest, renderStep } from '../text/index.ts';
import { aggregateRun } from './aggregate-run.ts';
import { baselineNames } from './companion-id.ts';
import { openCompanions } from './open-companions.ts';
import { prepareRun, type PrepareOptions } from './prepare-run.ts';
import { runRecord } from './run-record.ts';

/** What to measure, and of whom. Everything of `prepareRun` but the families may be set. */
export interface EvaluateOptions extends Omit<PrepareOptions, 'families' | 'tasks'> {
  /** A family id such as `needlebench`, or a family of your own. */
  readonly benchmark: string | Family;
  /** Ids of the tasks to run; default: all of the family. */
  readonly tasks?: readonly string[];
  readonly model: Model;
  /** Default: `direct`, the prompt as it is. */
  readonly strategy?: Strategy;
  /** Baselines to ask on the same samples: `lexical`, `retrieval` (or `retrieval-5x100`), `closed-book`, `oracle`. Default: none. */
  readonly baselines?: readonly string[];
  /** Default: in memory, gone afterwards. `openSqliteLedger` keeps it. */
  readonly ledger?: Ledger;
  readonly limits?: Partial<RunLimits>;
  readonly signals?: RunSignals;
  readonly onEvent?: (event: RunEvent) => void;
}

/** The version that records of library runs carry. */
const LIBRARY_VERSION = 'library';

/**
 * Measures a model on a benchmark and gives the summary that `fathom run --json` prints. Prompts are built, sent, scored and recorded;
 * a sample that fails or does not fit is in the summary with its reason. Rejects with a FathomError when the run cannot begin
 * (wrong options, no haystack) or the model cannot be reached at all.
 */
export async function evaluate(options: EvaluateOptions): Promise<RunSummary> {
  const { benchmark, model, strategy = createDirect({ renderStep }), ledger = createMemoryLedger() } = options;
  const family = typeof benchmark === 'string' ? await loadFamily(benchmark) : benchmark;
  const tasks = family.tasks.filter(({ id }) => !options.tasks || options.tasks.includes(id));
  const prepared = await prepareRun({ ...options, families: [family], tasks });
  const plan = await planRun({ tasks: prepared.tasks, deps: prepared.deps, model });
  const run = runRecord({
    prepared,
    tasks: tasks.map(({ id }: Task) => id),
    model: model.id,
    strategy: strategy.id,
    version: LIBRARY_VERSION,
    now: new Date(),
  });
  await ledger.createRun(run, plan.samples);
  const companions = await openCompanions({
    ledger,
    run,
    model,
    names: baselineNames(options.baselines ?? []),
    floor: false,
    count: async () => (text) => prepared.tokenizer.count(text),
  });
  const shared = { ledger, tasks, documents: prepared.documents(), digestPrompt: promptDigest, ...sessionOf(options) };
  const asked = [{ record: run, model, strategy }, ...companions];
  for (const each of asked) {
    const end = await executeRun({ ...shared, runId: each.record.id, model: each.model, strategy: each.strategy });
    if (end.error) throw end.error;
    if (end.status !== 'complete') break;
  }
  return aggregateRun(ledger, (await ledger.run(run.id)) as RunRecord, { families: [family] });
}

function sessionOf({ limits, signals, onEvent }: EvaluateOptions) {
  return { ...(limits && { limits }), ...(signals && { signals }), ...(onEvent && { onEvent }) };
}
