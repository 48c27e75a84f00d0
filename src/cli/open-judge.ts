import { costUsd, FathomError, type Judge, type Ledger, type RunRecord } from '../core/index.ts';
import { countNoun } from '../report/index.ts';
import { createLedgerJudge, createRecordedJudge, type LedgerJudge } from '../runner/index.ts';
import { selfJudgingWarning } from '../scoring/index.ts';
import { readPrices } from './cost-flags.ts';
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

/** One line on what the judge was asked and what that cost. */
export async function judgeLine(judge: LedgerJudge): Promise<string> {
  const { asked, onRecord, usages } = judge.spent();
  const sum = (of: 'inputTokens' | 'outputTokens') => usages.reduce((total, usage) => total + (usage[of] ?? 0), 0);
  const known = await readPrices({}, judge.model);
  const usd = known && usages.reduce((total, usage) => total + costUsd(usage, known.prices), 0);
  const tokens = `${countNoun(sum('inputTokens'), 'prompt token')}, ${countNoun(sum('outputTokens'), 'answer token')}`;
  const cost = usd === undefined ? '' : `, $${usd.toFixed(4)} (${known!.source})`;
  return `Judge ${judge.model}: ${countNoun(asked, 'question')} asked (${tokens}${cost}), ${countNoun(onRecord, 'reply')} on record.`.replace(
    'replys',
    'replies',
  );
}
