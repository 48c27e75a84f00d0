import { FathomError, type Documents, type Sample, type SkippedSample } from '../../core/index.ts';
import type { PlanSummary, Prices } from '../../runner/index.ts';
import { promptDigest } from '../../text/index.ts';
import { readModelFlags } from '../model-flags.ts';
import { ANY_MODEL, planFromFlags } from '../plan-from-flags.ts';
import { readPromptFlags } from '../run-flags.ts';
import { readSelectionFlags } from '../selection-flags.ts';
import { findTasks } from '../wire.ts';

/** Prints what a run with these flags would ask. */
export async function plan(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const { families, tasks } = await findTasks(names);
  const { settings, model } = readModelFlags(flags);
  const prices = readPrices(flags);
  const window = typeof settings['contextTokens'] === 'number' ? { contextTokens: settings['contextTokens'] } : {};
  const overhead = typeof settings['overheadTokens'] === 'number' ? { overheadTokens: settings['overheadTokens'] } : {};
  const { plan: made, prepared } = await planFromFlags({
    families,
    tasks,
    prompts: readPromptFlags(flags),
    selection: readSelectionFlags(flags),
    model: { ...window, ...overhead, ...ANY_MODEL },
    quiet: flags['json'] === true || flags['hashes'] === true,
    ...(prices && { prices }),
  });
  if (flags['hashes']) return printHashes(made.samples, prepared.documents());
  if (flags['json']) return console.log(JSON.stringify({ model, tokenizer: prepared.tokenizer.id, ...made.summary }, null, 2));
  console.log(await planTable(made.summary, prepared.tokenizer.id));
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

function readPrices(flags: Readonly<Record<string, unknown>>): Prices | undefined {
  const price = (name: string) => {
    const value = flags[name] === undefined ? undefined : Number(flags[name]);
    if (value !== undefined && !(value >= 0 && Number.isFinite(value))) {
      throw new FathomError('misuse', `"${String(flags[name])}" is no price.`, {
        fix: 'Give US dollars per million tokens, such as 1.25.',
      });
    }
    return value;
  };
  const [input, output, cached] = [price('inputUsd'), price('outputUsd'), price('cachedUsd')];
  if (input === undefined && output === undefined && cached === undefined) return undefined;
  if (input === undefined || output === undefined) {
    throw new FathomError('misuse', 'A price is missing.', { fix: 'Give both --input-usd and --output-usd.' });
  }
  return { inputUsdPerMTok: input, outputUsdPerMTok: output, ...(cached !== undefined && { cachedInputUsdPerMTok: cached }) };
}

async function planTable(summary: PlanSummary, tokenizer: string): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const number = (value: number) => value.toLocaleString('en');
  const table = new Table({
    head: ['length', 'prompts', 'prompt tokens'],
    colAligns: ['right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { askedTokens, prompts, promptTokens } of summary.columns) {
    table.push([askedTokens === undefined ? 'as built' : number(askedTokens), number(prompts), number(promptTokens)]);
  }
  table.push(['all', number(summary.prompts), number(summary.promptTokens)]);
  const skipped = Object.entries(summary.skippedByReason).map(([reason, count]) => `${count} ${reason}`);
  return [
    table.toString(),
    `Tokens are counted in ${tokenizer}. Longest prompt: ${number(summary.maxPromptTokens)}. Answers: at most ${number(summary.maxAnswerTokens)} tokens.`,
    ...(skipped.length > 0 ? [`Skipped: ${skipped.join(', ')}.`] : []),
    summary.money
      ? `Money: $${summary.money.lowUsd.toFixed(2)} (all prompts cached, no answers) to $${summary.money.highUsd.toFixed(2)} (nothing cached, longest answers).`
      : 'Money: give --input-usd and --output-usd (per million tokens).',
  ].join('\n');
}
