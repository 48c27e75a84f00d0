import type { JsonObject } from '../../core/index.ts';
import { runRecord } from '../../evaluate/index.ts';
import { commandLine } from '../command-line.ts';
import { confirmCost } from '../confirm-cost.ts';
import { readPrices, type KnownPrices } from '../cost-flags.ts';
import { finishSession } from '../finish-session.ts';
import { storeFolder, withLedger } from '../ledger-path.ts';
import { readModelFlags } from '../model-flags.ts';
import { planFromFlags } from '../plan-from-flags.ts';
import { previewLine, previewOf, type Preview } from '../preview.ts';
import { readPromptFlags } from '../run-flags.ts';
import { readSessionFlags, type SessionFlags } from '../session-flags.ts';
import { version } from '../version.ts';
import { findTasks, openModel } from '../wire.ts';

/** Plans a run, puts it into the ledger, answers it and reports. Gives the exit code. */
export async function run(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<number> {
  const prompts = readPromptFlags(flags);
  const modelFlags = readModelFlags(flags);
  const session = readSessionFlags(flags);
  const { families, tasks } = await findTasks(names);
  const model = await openModel(modelFlags);
  return withLedger(flags, async (ledger) => {
    const known = await readPrices(flags, model.id);
    const { prepared, plan } = await planFromFlags({
      families,
      tasks,
      prompts,
      model,
      quiet: session.quiet,
      ...(known && { prices: known.prices }),
    });
    const preview = previewOf({ plan, model: model.id, limits: session, ...(known && { known }) });
    if (!session.quiet) console.error(previewLine(preview, { plan, ...(known && { known }) }));
    await confirmCost({
      model: model.id,
      promptTokens: plan.summary.promptTokens,
      ...(plan.summary.money && { highUsd: plan.summary.money.highUsd }),
      agreed: session.yes || Object.keys(session.budget).length > 0,
    });
    const record = runRecord({
      prepared,
      tasks: tasks.map(({ id }) => id),
      model: model.id,
      strategy: 'direct',
      modelSettings: modelFlags.settings,
      ...(prompts.tokenizer !== undefined && { tokenizer: prompts.tokenizer }),
      haystacks: prompts.haystacks,
      cost: costOf(preview, session, known),
      command: commandLine(process.argv.slice(2)),
      version: version(),
      now: new Date(),
    });
    await ledger.createRun(record, plan.samples);
    return finishSession({
      ledger,
      record,
      tasks,
      families,
      model,
      documents: prepared.documents(),
      flags: session,
      folder: storeFolder(flags),
      ...(known && { known }),
    });
  });
}

/** What a resume and the report want to know of the plan. */
function costOf({ order, cacheTokens, orders }: Preview, { budget }: SessionFlags, known: KnownPrices | undefined): JsonObject {
  const chosen = orders.find((each) => each.order === order);
  return {
    plan: { order, cacheTokens, ...(chosen && { cachedShare: Math.round(1e4 * chosen.cachedShare) / 1e4 }) },
    ...(Object.keys(budget).length > 0 && { budget: { ...budget } }),
    ...(known && { prices: JSON.parse(JSON.stringify(known)) as JsonObject }),
  };
}
