import pc from 'picocolors';
import { FathomError, type Documents, type Ledger, type Outcome, type Sample, type Task } from '../../core/index.ts';
import { companionRuns, reopenDocuments } from '../../evaluate/index.ts';
import { findRun, withLedgerToRead } from '../ledger-path.ts';
import { parseLength, parseNumberList } from '../parse-numbers.ts';
import { ANY_MODEL, planFromFlags } from '../plan-from-flags.ts';
import { readPromptFlags, type RunFlags } from '../run-flags.ts';
import { shownSample } from '../shown-sample.ts';
import { readableMessage } from '../readable-message.ts';
import { visibleText as visible } from '../../report/index.ts';
import { findTasks } from '../wire.ts';

interface Found {
  readonly sample: Sample;
  readonly documents: Documents;
  readonly outcome?: Outcome;
  /** What baselines answered to the sample. */
  readonly beside?: readonly { readonly name: string; readonly outcome: Outcome }[];
}

/** Prints one prompt with its needles marked. */
export async function show(what: string, flags: Readonly<Record<string, unknown>>): Promise<void> {
  const found = flags['sample'] === undefined ? await built(what, flags) : await recorded(what, flags);
  const shown = shownSample(found.sample, found.documents);
  if (flags['json']) return console.log(JSON.stringify(shown, null, 2));
  console.log(pc.dim(`${shown.id} · ${shown.lengthTokens} tokens (${shown.tokenizer})`));
  shown.messages.forEach((message, i) => {
    const needles = shown.needles.filter((needle) => needle.message === i);
    console.log(`${pc.dim(`— ${message.role} —`)}\n${readableMessage(message.content, needles, { full: flags['full'] === true })}`);
  });
  console.log(`\n${pc.bold('target')} ${visible(typeof shown.target === 'string' ? shown.target : JSON.stringify(shown.target))}`);
  for (const { depthPercent, text } of shown.needles.slice(0, 12)) console.log(pc.dim(`needle at ${depthPercent} %: ${visible(text)}`));
  if (found.outcome) printOutcome(found.outcome);
  for (const { name, outcome } of found.beside ?? []) {
    console.log(`\n${pc.bold(`baseline ${name}`)}${givenOf(outcome)}`);
    printOutcome(outcome);
  }
}

/** Of the context, how much a strategy gave, and which needles were in it. */
function givenOf({ used, truncatedTokens = 0 }: Outcome): string {
  if (used === undefined) return '';
  const named = [...new Set(used.map(({ block }) => block))].filter((block) => !/^\d+\/\d+$/.test(block));
  const needles = named.length > 0 ? named.map(visible).join(', ') : 'no needle';
  return ` (${needles} in what was given; about ${truncatedTokens.toLocaleString('en')} tokens of the context left out)`;
}

async function besideOf(ledger: Ledger, runId: string, sampleId: string): Promise<NonNullable<Found['beside']>> {
  const companions = await companionRuns(ledger, runId);
  const outcomes = await Promise.all(
    companions.map(async ({ name, record }) => ({ name, outcome: (await ledger.row(record.id, sampleId))?.outcome })),
  );
  return outcomes.flatMap(({ name, outcome }) => (outcome ? [{ name, outcome }] : []));
}

function printOutcome({ result, calls }: Outcome): void {
  for (const { text, finish } of calls) console.log(`${pc.bold('answer')} (${finish}) ${visible(text)}`);
  if (result.status === 'ok')
    console.log(`${pc.bold('score')} ${result.score.value}${result.score.why ? ` · ${visible(result.score.why)}` : ''}`);
  else console.log(`${pc.bold(result.status)} ${result.reason}: ${visible(result.detail)}`);
}

/** A sample made for the occasion: the first cell that the flags describe. */
async function built(what: string, flags: Readonly<Record<string, unknown>>): Promise<Found> {
  const { families, tasks } = await findTasks([what]);
  const [task] = tasks;
  const narrowed = narrow(readPromptFlags(flags), flags, task!);
  const { plan, prepared } = await planFromFlags({
    families,
    tasks: [task!],
    prompts: narrowed,
    model: ANY_MODEL,
    quiet: true,
  });
  const sample = plan.samples.find((each): each is Sample => !('skipped' in each));
  if (!sample) throw new FathomError('misuse', 'These flags describe no prompt.');
  return { sample, documents: prepared.documents() };
}

/** One length, one depth, one repeat and one language are enough to look at. */
function narrow(prompts: RunFlags, flags: Readonly<Record<string, unknown>>, { languages }: Task): RunFlags {
  const { taskOptions } = prompts;
  const lengths = flags['length'] === undefined ? {} : { lengths: [parseLength(String(flags['length']))] };
  const depths =
    flags['depth'] === undefined ? {} : { depths: parseNumberList(String(flags['depth']), { name: 'depths', min: 0, max: 100 }) };
  const language = taskOptions['languages'] !== undefined || prompts.haystacks.length > 0 ? {} : oneOf(languages);
  return { ...prompts, taskOptions: { ...language, ...taskOptions, ...lengths, ...depths, repeats: taskOptions['repeats'] ?? 1 } };
}

/** English where there is a choice. */
function oneOf(languages: readonly string[]) {
  return { languages: [languages.find((language) => language === 'en') ?? languages[0] ?? 'en'] };
}

/** A sample of a run, with its answer. */
async function recorded(name: string, flags: Readonly<Record<string, unknown>>): Promise<Found> {
  return withLedgerToRead(flags, async (ledger) => {
    const run = await findRun(ledger, name);
    const row = await ledger.row(run.id, String(flags['sample']));
    if (!row)
      throw new FathomError('misuse', `Run ${run.id} has no sample "${String(flags['sample'])}".`, {
        fix: `fathom report ${run.id} --format csv lists the cells.`,
      });
    if ('skipped' in row.sample)
      throw new FathomError('misuse', `That cell was skipped: ${row.sample.skipped.reason}: ${row.sample.skipped.detail}`);
    const documents = await reopenDocuments(run);
    const beside = await besideOf(ledger, run.id, row.sample.id);
    return { sample: row.sample, documents, beside, ...(row.outcome && { outcome: row.outcome }) };
  });
}
