import { countNoun } from '../../report/index.ts';
import { FathomError, type JsonObject, type LedgerRow, type Model, type RunRecord } from '../../core/index.ts';
import { runRecord } from '../../evaluate/index.ts';
import { planSearch, searchCeiling, summarizePlan, type Plan, type SearchOptions } from '../../runner/index.ts';
import { commandLine } from '../command-line.ts';
import { confirmCosts } from '../confirm-cost.ts';
import { readPrices, type KnownPrices } from '../cost-flags.ts';
import { finishLimit, rowsOf } from '../finish-limit.ts';
import { findRun, storeFolder, withLedger, withLedgerToRead } from '../ledger-path.ts';
import { summarizeLimit, type LimitSummary } from '../limit-summary.ts';
import { readModelFlags, type ModelFlags } from '../model-flags.ts';
import { planFromFlags, thinkingRoom } from '../plan-from-flags.ts';
import { renderLimit } from '../render-limit.ts';
import { readPromptFlags, type RunFlags } from '../run-flags.ts';
import { readSearchFlags, searchOptionsOf } from '../search-options.ts';
import { readSessionFlags, type SessionFlags } from '../session-flags.ts';
import { countShown, usdShown } from '../shown-amounts.ts';
import { sittingOptions } from '../sitting-options.ts';
import { thinkingNote } from '../thinking-note.ts';
import { version } from '../version.ts';
import { requireWritable } from '../write-report.ts';
import { findTasks, openModel } from '../wire.ts';

const DEFAULT_TASK = 'needlebench/single-retrieval';
const DEFAULT_LENGTHS = [1, 2, 4, 8, 16, 32, 64, 128].map((thousands) => thousands * 1000);

type Flags = Readonly<Record<string, unknown>>;

/** Searches for the effective context length of a model, or asks a run in the ledger for it. Gives the exit code. */
export function limit(flags: Flags): Promise<number> {
  return flags['run'] === undefined ? search(flags) : askRun(String(flags['run']), flags);
}

async function search(flags: Flags): Promise<number> {
  const options = readSearchFlags(flags);
  const prompts = withLengths(readPromptFlags(flags));
  const modelFlags = readModelFlags(flags);
  const session = readSessionFlags(flags);
  requireWritable([session.html]);
  const { families, tasks } = await findTasks([String(flags['task'] ?? DEFAULT_TASK)]);
  requireOne(tasks.map(({ id }) => id));
  const model = await openModel(modelFlags);
  return withLedger(flags, async (ledger) => {
    const known = await readPrices(flags, model.id);
    const { prepared, plan, data } = await planFromFlags({
      families,
      tasks,
      prompts,
      model,
      quiet: session.quiet,
    });
    await confirmSearch({ plan, options, seed: prompts.seed, model, modelFlags, session, ...(known && { known }) });
    const record = runRecord({
      prepared,
      tasks: tasks.map(({ id }) => id),
      model: model.id,
      strategy: 'direct',
      modelSettings: modelFlags.settings,
      ...(prompts.tokenizer !== undefined && { tokenizer: prompts.tokenizer }),
      haystacks: prompts.haystacks,
      cost: {
        ...data,
        ...thinkingRoom(model),
        ...sittingOptions(flags),
        limit: { ...options },
        ...(Object.keys(session.budget).length > 0 && { budget: { ...session.budget } }),
        ...(known && { prices: JSON.parse(JSON.stringify(known)) as JsonObject }),
      },
      command: commandLine(process.argv.slice(2)),
      version: version(),
      now: new Date(),
    });
    await ledger.createRun(record, plan.samples);
    const ready = { ledger, record, tasks, families, model, documents: prepared.documents(), flags: session, folder: storeFolder(flags) };
    return finishLimit({ ...ready, ...(known && { known }) }, options);
  });
}

interface Confirmation {
  readonly plan: Plan;
  readonly options: SearchOptions;
  readonly seed: number;
  readonly model: Model;
  readonly modelFlags: ModelFlags;
  readonly session: SessionFlags;
  readonly known?: KnownPrices;
}

/** Says what the search may take at most, and asks when that is dear. The price of all prompts, by their share of tokens, is an upper bound. */
async function confirmSearch({ plan, options, seed, model, modelFlags, session, known }: Confirmation): Promise<void> {
  const note = thinkingNote(modelFlags);
  if (note !== undefined && !session.quiet) console.error(note);
  const { prompts, tokens } = searchCeiling(planSearch(plan.samples, seed), options);
  const { money, promptTokens } = summarizePlan(plan.samples, known?.prices, model);
  const highUsd = money && (money.highUsd * tokens) / promptTokens;
  const price = highUsd === undefined ? '' : `, ${usdShown(highUsd)} (${known?.source ?? ''})`;
  if (!session.quiet) console.error(`At most ${countNoun(prompts, 'prompt')}, ${countShown(tokens)} tokens${price}; mostly far fewer.`);
  await confirmCosts([{ model: model.id, promptTokens: tokens, ...(highUsd !== undefined && { highUsd }) }], session);
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
  const { record, rows } = await withLedgerToRead(flags, async (ledger) => {
    const found = await findRun(ledger, name);
    return { record: found, rows: await rowsOf(ledger, found.id) };
  });
  const made = searchOptionsOf(record);
  const options = readSearchFlags(flags, made);
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
