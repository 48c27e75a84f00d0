import type { Documents, Sample, SkippedSample } from '../../core/index.ts';
import { ORDERS, type PlanSummary } from '../../runner/index.ts';
import { promptDigest } from '../../text/index.ts';
import { readPrices, type KnownPrices } from '../cost-flags.ts';
import { readLimitFlags } from '../limit-flags.ts';
import { readModelFlags } from '../model-flags.ts';
import { ANY_MODEL, planFromFlags } from '../plan-from-flags.ts';
import { previewOf, type Preview } from '../preview.ts';
import { duration } from '../progress-line.ts';
import { readPromptFlags } from '../run-flags.ts';
import { usdShown } from '../shown-amounts.ts';
import { findTasks } from '../wire.ts';

/** Prints what a run with these flags would ask. */
export async function plan(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const { families, tasks } = await findTasks(names);
  const { settings, model } = readModelFlags(flags);
  const known = await readPrices(flags, model);
  const limits = readLimitFlags(flags);
  const window = typeof settings['contextTokens'] === 'number' ? { contextTokens: settings['contextTokens'] } : {};
  const overhead = typeof settings['overheadTokens'] === 'number' ? { overheadTokens: settings['overheadTokens'] } : {};
  const { plan: made, prepared } = await planFromFlags({
    families,
    tasks,
    prompts: readPromptFlags(flags),
    model: { ...window, ...overhead, ...ANY_MODEL },
    quiet: flags['json'] === true || flags['hashes'] === true,
    ...(known && { prices: known.prices }),
  });
  if (flags['hashes']) return printHashes(made.samples, prepared.documents());
  const preview = previewOf({ plan: made, model, limits, orders: ORDERS, ...(known && { known }) });
  if (flags['json']) {
    const { order, cacheTokens, bound, orders } = preview;
    const cost = { order, cacheTokens, cacheBound: bound, orders, ...(known && { priceSource: known.source }) };
    return console.log(JSON.stringify({ model, tokenizer: prepared.tokenizer.id, ...made.summary, ...cost }, null, 2));
  }
  console.log(await planTable(made.summary, prepared.tokenizer.id));
  console.log(await ordersTable(preview));
  console.log(moneyLine(made.summary, known));
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
