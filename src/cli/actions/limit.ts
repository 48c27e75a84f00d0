import { FathomError, type LedgerRow, type RunRecord } from '../../core/index.ts';
import { runRecord } from '../../evaluate/index.ts';
import { commandLine } from '../command-line.ts';
import { finishLimit, rowsOf } from '../finish-limit.ts';
import { findRun, storeFolder, withLedger } from '../ledger-path.ts';
import { summarizeLimit, type LimitSummary } from '../limit-summary.ts';
import { readModelFlags } from '../model-flags.ts';
import { planFromFlags } from '../plan-from-flags.ts';
import { renderLimit } from '../render-limit.ts';
import { readPromptFlags, type RunFlags } from '../run-flags.ts';
import { readLimitFlags, searchOptionsOf } from '../search-options.ts';
import { readSessionFlags } from '../session-flags.ts';
import { version } from '../version.ts';
import { findTasks, openModel } from '../wire.ts';

const DEFAULT_TASK = 'needlebench/single-retrieval';
const DEFAULT_LENGTHS = [1, 2, 4, 8, 16, 32, 64, 128].map((thousands) => thousands * 1000);

type Flags = Readonly<Record<string, unknown>>;

/** Searches for the effective context length of a model, or asks a run in the ledger for it. Gives the exit code. */
export function limit(flags: Flags): Promise<number> {
  return flags['run'] === undefined ? search(flags) : askRun(String(flags['run']), flags);
}

async function search(flags: Flags): Promise<number> {
  const options = readLimitFlags(flags);
  const prompts = withLengths(readPromptFlags(flags));
  const modelFlags = readModelFlags(flags);
  const session = readSessionFlags(flags);
  const { families, tasks } = await findTasks([String(flags['task'] ?? DEFAULT_TASK)]);
  requireOne(tasks.map(({ id }) => id));
  const model = await openModel(modelFlags);
  return withLedger(flags, async (ledger) => {
    const { prepared, plan } = await planFromFlags({ families, tasks, prompts, model, quiet: session.quiet });
    const made = runRecord({
      prepared,
      tasks: tasks.map(({ id }) => id),
      model: model.id,
      strategy: 'direct',
      modelSettings: modelFlags.settings,
      ...(prompts.tokenizer !== undefined && { tokenizer: prompts.tokenizer }),
      haystacks: prompts.haystacks,
      command: commandLine(process.argv.slice(2)),
      version: version(),
      now: new Date(),
    });
    const record: RunRecord = { ...made, options: { ...made.options, limit: { ...options } } };
    await ledger.createRun(record, plan.samples);
    const documents = prepared.documents();
    return finishLimit({ ledger, record, tasks, families, model, documents, flags: session, folder: storeFolder(flags) }, options);
  });
}

function withLengths(prompts: RunFlags): RunFlags {
  const { lengths, suite } = prompts.taskOptions;
  if (lengths !== undefined || suite !== undefined) return prompts;
  return { ...prompts, taskOptions: { ...prompts.taskOptions, lengths: DEFAULT_LENGTHS } };
}

function requireOne(tasks: readonly string[]): void {
  if (tasks.length === 1) return;
  throw new FathomError('misuse', `A search takes one task, and ${tasks.length} are named.`, { fix: `Choose one: ${tasks.join(', ')}.` });
}

/** Prints what the rows of a run say, task by task. */
async function askRun(name: string, flags: Flags): Promise<number> {
  const { record, rows } = await withLedger(flags, async (ledger) => {
    const found = await findRun(ledger, name);
    return { record: found, rows: await rowsOf(ledger, found.id) };
  });
  const made = searchOptionsOf(record);
  const options = readLimitFlags(flags, made);
  const summaries = tasksIn(record, rows, flags['task']).map((task) =>
    summarizeLimit({ record, task, rows: rows.filter(({ sample }) => sample.task === task), options, isSearch: made !== undefined }),
  );
  if (flags['json'] === true) console.log(JSON.stringify(summaries.length === 1 ? summaries[0] : summaries, null, 2));
  else console.log(summaries.map((summary: LimitSummary) => renderLimit(summary)).join('\n\n'));
  return summaries.every(({ status }) => status === 'found') ? 0 : 4;
}

/** The tasks of a run that have lengths, or the one that is asked for. */
function tasksIn({ id, tasks }: RunRecord, rows: readonly LedgerRow[], asked: unknown): readonly string[] {
  const hasLengths = (task: string) => rows.some(({ sample }) => sample.task === task && typeof sample.cell['askedTokens'] === 'number');
  const known = tasks.filter(hasLengths);
  const chosen = asked === undefined ? known : known.filter((task) => task === asked);
  if (chosen.length > 0) return chosen;
  throw new FathomError('misuse', `Run ${id} has no lengths to search along${asked === undefined ? '' : ` in ${String(asked)}`}.`, {
    fix: known.length > 0 ? `Its tasks with lengths: ${known.join(', ')}.` : 'Choose a run of prompts that were made for lengths.',
  });
}
