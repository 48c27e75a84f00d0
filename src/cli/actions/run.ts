import { runRecord } from '../../evaluate/index.ts';
import { requireBatches } from '../batch-options.ts';
import { commandLine } from '../command-line.ts';
import { finishSession } from '../finish-session.ts';
import { storeFolder, withLedger } from '../ledger-path.ts';
import { readModelFlags } from '../model-flags.ts';
import { planFromFlags } from '../plan-from-flags.ts';
import { readPromptFlags } from '../run-flags.ts';
import { readSessionFlags } from '../session-flags.ts';
import { version } from '../version.ts';
import { findTasks, openModel } from '../wire.ts';

/** Plans a run, puts it into the ledger, answers it and reports. Gives the exit code. */
export async function run(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<number> {
  const prompts = readPromptFlags(flags);
  const modelFlags = readModelFlags(flags);
  const session = readSessionFlags(flags);
  const { families, tasks } = await findTasks(names);
  const model = await openModel(modelFlags);
  if (session.batch) requireBatches(model);
  return withLedger(flags, async (ledger) => {
    const { prepared, plan } = await planFromFlags({ families, tasks, prompts, model, quiet: session.quiet });
    const record = runRecord({
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
    });
  });
}
