import { costUsd, FathomError, type Judge, type Ledger, type Model, type RunRecord } from '../core/index.ts';
import { countNoun } from '../report/index.ts';
import { createBudget, createLedgerJudge, createRecordedJudge, type Budget, type LedgerJudge } from '../runner/index.ts';
import { selfJudgingWarning } from '../scoring/index.ts';
import { companionsOf } from './companions.ts';
import { readPrices, type KnownPrices } from './cost-flags.ts';
import type { ReadyRun } from './ready-run.ts';
import { openModel } from './wire.ts';

/** Who judges: a model that is asked, or one whose replies are on record. */
export type OpenJudge = { readonly asks: LedgerJudge } | { readonly recorded: Judge };

/** The judge that `--judge` names, else the one that the run was judged by, of which the replies on record are read. Warns on stderr when it judges answers of its own. */
export async function openJudge(flags: Readonly<Record<string, unknown>>, ledger: Ledger, run: RunRecord): Promise<OpenJudge | undefined> {
  const { judge: before } = run.options;
  if (flags['judge'] === undefined) return typeof before === 'string' ? { recorded: createRecordedJudge(before, ledger) } : undefined;
  if (flags['dryRun'] === true)
    throw new FathomError('misuse', 'A judge is asked, and a dry run asks nothing.', { fix: 'Leave out --dry-run or --judge.' });
  // Keys and addresses of a run are those of the judged model: the judge gets its own from the environment alone.
  const model = await openModel({ model: String(flags['judge']), settings: {}, secrets: {} });
  const warning = selfJudgingWarning(model.id, run.model);
  if (warning) console.error(`Warning: ${warning}`);
  return { asks: createLedgerJudge({ model, ledger }) };
}

/**
 * The judge of a sitting, undefined where none is named. Warns on stderr when it judges answers of its own. Throws a FathomError (`misuse`) for a budget without known
 * prices. `stop` ends what it is asked.
 */
export async function openSittingJudge(
  { ledger, record, flags }: Pick<ReadyRun, 'ledger' | 'record' | 'flags'>,
  stop: AbortSignal,
): Promise<SittingJudge | undefined> {
  const { judge: asked, quiet } = flags;
  if (!asked) return undefined;
  const model = await openModel({ model: asked.model, settings: {}, secrets: {} });
  const warning = selfJudgingWarning(model.id, record.model);
  if (warning && !quiet) console.error(`Warning: ${warning}`);
  const known = await readPrices({ prices: asked.prices }, model.id);
  const budget = asked.budgetUsd === undefined ? undefined : await judgeBudget({ ledger, record, model }, { usd: asked.budgetUsd, known });
  return { judge: createLedgerJudge({ model, ledger, stop, ...(budget && { budget }) }), known };
}

/** A judge with its prices. */
export interface SittingJudge {
  readonly judge: LedgerJudge;
  readonly known: KnownPrices | undefined;
}

async function judgeBudget(
  { ledger, record, model }: { readonly ledger: Ledger; readonly record: RunRecord; readonly model: Model },
  { usd, known }: { readonly usd: number; readonly known: KnownPrices | undefined },
): Promise<Budget> {
  if (!known)
    throw new FathomError('misuse', `The prices of the judge ${model.id} are not known, and it has a budget in money.`, {
      fix: 'Give them in a --prices file, or leave out --judge-budget-usd.',
    });
  const spent = { tokens: 0, usd: 0 };
  for (const { run } of [{ run: record }, ...(await companionsOf(ledger, record))])
    for await (const { outcome } of ledger.rows(run.id)) {
      const judged = outcome?.result.status === 'ok' ? outcome.result.score.judge : undefined;
      if (judged) spent.usd += costUsd(judged, known.prices);
    }
  return createBudget({ usd }, { prices: known.prices, spent });
}

/** A judge by name whose replies are kept in the ledger. */
export async function openLedgerJudge(name: string, ledger: Ledger): Promise<LedgerJudge> {
  return createLedgerJudge({ model: await openModel({ model: name, settings: {}, secrets: {} }), ledger });
}

/** One line on what the judge was asked and what that cost. */
export async function judgeLine(judge: LedgerJudge, prices?: KnownPrices): Promise<string> {
  const { asked, onRecord, usages } = judge.spent();
  const sum = (of: 'inputTokens' | 'outputTokens') => usages.reduce((total, usage) => total + (usage[of] ?? 0), 0);
  const known = prices ?? (await readPrices({}, judge.model));
  const usd = known && usages.reduce((total, usage) => total + costUsd(usage, known.prices), 0);
  const tokens = `${countNoun(sum('inputTokens'), 'prompt token')}, ${countNoun(sum('outputTokens'), 'answer token')}`;
  const cost = usd === undefined ? '' : `, $${usd.toFixed(4)} (${known!.source})`;
  return `Judge ${judge.model}: ${countNoun(asked, 'question')} asked (${tokens}${cost}), ${countNoun(onRecord, 'reply')} on record.`.replace(
    'replys',
    'replies',
  );
}
