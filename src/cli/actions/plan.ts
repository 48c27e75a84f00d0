import { countNoun } from '../../report/index.ts';
import type { Documents, Sample, SkippedSample } from '../../core/index.ts';
import { baselineNames, companionPlan, type CompanionPlan } from '../../evaluate/index.ts';
import { ORDERS, summarizePlan, type Plan, type PlanSummary } from '../../runner/index.ts';
import { promptDigest } from '../../text/index.ts';
import { isDear, type Cost } from '../confirm-cost.ts';
import { readPrices, type KnownPrices } from '../cost-flags.ts';
import { readJudgeFlags } from '../judge-flags.ts';
import { judgePlanLines, judgeQuestions } from '../judge-plan.ts';
import { readLimitFlags } from '../limit-flags.ts';
import { readModelsFlags, type ModelFlags } from '../model-flags.ts';
import { commonModel, planFromFlags, plannedModel } from '../plan-from-flags.ts';
import { previewOf, type Preview } from '../preview.ts';
import { duration } from '../progress-line.ts';
import { priceAge } from '../price-age.ts';
import { paidCost } from '../run-cost.ts';
import { readPromptFlags } from '../run-flags.ts';
import { readSelectionFlags } from '../selection-flags.ts';
import { readBaselines } from '../session-flags.ts';
import { usdShown } from '../shown-amounts.ts';
import { cutLines } from '../cut-lines.ts';
import { thinkingNote } from '../thinking-note.ts';
import { findTasks } from '../wire.ts';

/** Prints what a run with these flags would ask. */
export async function plan(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const { families, tasks } = await findTasks(names);
  const judge = readJudgeFlags(flags);
  const modelFlags = readModelsFlags(flags) as readonly [ModelFlags, ...ModelFlags[]];
  const [{ settings, model }, ...others] = modelFlags;
  const planned = plannedModel(settings, model);
  const known = await readPrices(flags, model);
  const limits = readLimitFlags(flags);
  const beside = baselineNames(readBaselines(flags));
  const { plan: made, prepared } = await planFromFlags({
    families,
    tasks,
    prompts: readPromptFlags(flags),
    selection: readSelectionFlags(flags),
    model: commonModel(modelFlags.map((each) => plannedModel(each.settings, each.model))),
    quiet: flags['json'] === true || flags['hashes'] === true,
  });
  if (flags['hashes']) return printHashes(made.samples, prepared.documents());
  const summary = summarizePlan(made.samples, known?.prices, planned);
  const preview = previewOf({ plan: made, model, limits, orders: ORDERS, ...(known && { known }) });
  const count = (text: string) => prepared.tokenizer.count(text);
  const baselines = companionPlan(made.samples, beside, { count, ...(known && { prices: known.prices }) });
  if (flags['json']) {
    const { order, cacheTokens, bound, orders } = preview;
    const { thinkingTokens } = planned;
    const cost = { thinkingTokens, order, cacheTokens, cacheBound: bound, orders, ...(known && { priceSource: known.source }) };
    const several = others.length > 0 ? { models: modelFlags.map((each) => each.model) } : {};
    const costs = await Promise.all(modelFlags.map((each) => highestCost(each, { samples: made.samples, beside, count, flags })));
    const questions = judge && { judge: { model: judge.model, questions: judgeQuestions(tasks, made.samples) } };
    const all = { model, ...several, ...questions, tokenizer: prepared.tokenizer.id, ...summary, ...cost, costs, dear: isDear(costs) };
    return console.log(planJson(all, baselines));
  }
  console.log(await planTable(summary, prepared.tokenizer.id));
  console.log(await ordersTable(preview));
  for (const note of modelFlags.flatMap((each) => thinkingNote(each) ?? [])) console.log(note);
  console.log(moneyLine(summary, known));
  for (const line of judgePlanLines({ tasks, samples: made.samples, judge })) console.log(line);
  const aged = priceAge(known, new Date());
  if (aged) console.log(aged);
  for (const baseline of baselines) console.log(baselineLine(baseline));
  if (others.length > 0) console.log(`Each of the ${others.length + 1} models is asked all of this. The money is that of ${model}.`);
}

/** What a model may cost at most, baselines included: what `run` goes by when it asks before it begins. */
async function highestCost(
  { model, settings }: Pick<ModelFlags, 'model' | 'settings'>,
  {
    samples,
    beside,
    count,
    flags,
  }: Readonly<{
    samples: Plan['samples'];
    beside: readonly string[];
    count: (text: string) => number;
    flags: Readonly<Record<string, unknown>>;
  }>,
): Promise<Cost> {
  const known = await readPrices(flags, model);
  const prices = known && { prices: known.prices };
  const paid = companionPlan(samples, beside, { count, ...prices }).filter(({ free }) => !free);
  return paidCost(model, [summarizePlan(samples, known?.prices, plannedModel(settings, model)), ...paid.map(({ summary }) => summary)]);
}

function planJson(made: object, baselines: readonly CompanionPlan[]): string {
  const added = baselines.map(({ name, free, summary }) => ({ name, free, ...summary }));
  return JSON.stringify({ ...made, ...(added.length > 0 && { baselines: added }) }, null, 2);
}

/** `Baseline oracle: 208 prompts, 40,000 prompt tokens, answers of at most 9,000; skipped: 73 same-prompt; $0.01 to $0.10.` */
function baselineLine({ name, free, summary }: CompanionPlan): string {
  const { prompts, promptTokens, maxAnswerTokens, skippedByReason, money } = summary;
  const skipped = Object.entries(skippedByReason).map(([reason, count]) => `${count} ${reason}`);
  const asked = free
    ? `${countNoun(prompts, 'prompt')}, read on this machine`
    : `${countNoun(prompts, 'prompt')}, at most ${promptTokens.toLocaleString('en')} prompt and ${maxAnswerTokens.toLocaleString('en')} answer tokens`;
  return [
    `Baseline ${name}: ${asked}`,
    ...(skipped.length > 0 ? [`skipped: ${skipped.join(', ')}`] : []),
    ...(money ? [`${usdShown(money.lowUsd)} to ${usdShown(money.highUsd)}`] : []),
  ].join('; ');
}

/** A manifest to compare: same options and data, same lines, on every machine. */
function printHashes(samples: readonly (Sample | SkippedSample)[], documents: Documents): void {
  for (const sample of samples) {
    const hash =
      'skipped' in sample
        ? `skipped:${sample.skipped.reason}`
        : sample.ask.kind === 'generate'
          ? promptDigest(sample.ask.steps, documents)
          : '-';
    process.stdout.write(`${hash}  ${sample.id}\n`);
  }
}

async function planTable(summary: PlanSummary, tokenizer: string): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const number = (value: number) => Math.round(value).toLocaleString('en');
  const table = new Table({
    head: ['length', 'prompts', 'tokens each', 'prompt tokens'],
    colAligns: ['right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { askedTokens, prompts, promptTokens } of summary.columns) {
    table.push([
      askedTokens === undefined ? 'as built' : number(askedTokens),
      number(prompts),
      number(promptTokens / prompts),
      number(promptTokens),
    ]);
  }
  table.push(['all', number(summary.prompts), number(summary.promptTokens / summary.prompts), number(summary.promptTokens)]);
  const skipped = Object.entries(summary.skippedByReason).map(([reason, count]) => `${count} ${reason}`);
  return [
    table.toString(),
    `Tokens are counted in ${tokenizer}. Longest prompt: ${number(summary.maxPromptTokens)}. Answers: at most ${number(summary.maxAnswerTokens)} tokens.`,
    ...(skipped.length > 0 ? [`Skipped: ${skipped.join(', ')}.`] : []),
    ...cutLines(summary.documents),
  ].join('\n');
}

function moneyLine({ money }: PlanSummary, known: KnownPrices | undefined): string {
  if (!money || !known) return 'Money: the prices of this model are not known: give --input-usd and --output-usd (per million tokens).';
  return `Money: ${usdShown(money.lowUsd)} (all prompts cached, no answers) to ${usdShown(money.highUsd)} (nothing cached, longest answers); prices: ${known.source}.`;
}

/** What each order gets from a prefix cache, and how long it takes. */
async function ordersTable({ order, orders, bound, cacheTokens }: Preview): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  const table = new Table({
    head: ['order', 'cached', 'time, roughly', 'money'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const each of orders) {
    const money = each.usd === undefined ? '–' : usdShown(each.usd);
    table.push([each.order === order ? `${each.order} ←` : each.order, share(each.cachedShare), duration(each.wallMs), money]);
  }
  const size = cacheTokens.toLocaleString('en');
  return `${table.toString()}\nCached: share of the prompt tokens that a prefix cache of ${size} tokens should serve; no order gets more than ${share(bound)}.`;
}
