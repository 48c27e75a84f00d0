import { baselineNames, runRecord } from '../../evaluate/index.ts';
import { requireBatches } from '../batch-options.ts';
import { commandLine } from '../command-line.ts';
import { configWords } from '../config/add-config-flags.ts';
import { confirmCosts } from '../confirm-cost.ts';
import { runBegins } from '../run-begins.ts';
import { finishRuns } from '../finish-runs.ts';
import { finishSession } from '../finish-session.ts';
import { judgeOptions, judgePlanLines } from '../judge-plan.ts';
import { requireGateNames } from '../gate-flags.ts';
import { storeFolder, withLedger } from '../ledger-path.ts';
import { readModelsFlags } from '../model-flags.ts';
import { commonModel, planFromFlags, thinkingRoom } from '../plan-from-flags.ts';
import { previewLines } from '../preview-line.ts';
import type { ReadyRun } from '../ready-run.ts';
import { costOfRun } from '../run-cost.ts';
import { readPromptFlags } from '../run-flags.ts';
import { readSelectionFlags } from '../selection-flags.ts';
import { readSessionFlags } from '../session-flags.ts';
import { sittingOptions } from '../sitting-options.ts';
import { tellParent } from '../tell-parent.ts';
import { thinkingNote } from '../thinking-note.ts';
import { version } from '../version.ts';
import { requireWritable } from '../write-report.ts';
import { findTasks, openModel } from '../wire.ts';

/** Plans a run, puts it into the ledger, answers it and reports; with several models one run for each, on the same samples. Gives the exit code. */
export async function run(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<number> {
  const prompts = readPromptFlags(flags);
  const modelFlags = readModelsFlags(flags);
  const given = readSessionFlags(flags);
  const session = { ...given, baselines: baselineNames(given.baselines) };
  const selection = readSelectionFlags(flags);
  requireWritable([session.html, session.junit]);
  const { families, tasks } = await findTasks(names);
  const models = await Promise.all(modelFlags.map(openModel));
  if (session.batch) models.forEach(requireBatches);
  return withLedger(flags, async (ledger) => {
    const common = commonModel(models);
    const { prepared, plan, data } = await planFromFlags({
      families,
      tasks,
      prompts,
      model: common,
      selection,
      quiet: session.quiet,
    });
    await requireGateNames(session.gate, { samples: plan.samples, families, taskOptions: prepared.taskOptions });
    const costs = await Promise.all(models.map((model) => costOfRun(plan, { flags, session, prepared, model })));
    const notes = [
      ...previewLines(costs),
      ...judgePlanLines({ tasks, samples: plan.samples, judge: session.judge }),
      ...modelFlags.flatMap((each) => thinkingNote(each) ?? []),
    ];
    if (!session.quiet) for (const note of notes) console.error(note);
    await confirmCosts(costs, session);
    const judging = await judgeOptions(session.judge);
    const command = commandLine([...process.argv.slice(2), ...configWords(flags)]);
    const now = new Date();
    const group = models.length > 1 ? crypto.randomUUID() : undefined;
    const ready: ReadyRun[] = [];
    for (const [i, model] of models.entries()) {
      const { known, options } = costs[i]!;
      const record = runRecord({
        prepared,
        tasks: tasks.map(({ id }) => id),
        model: model.id,
        strategy: 'direct',
        modelSettings: modelFlags[i]!.settings,
        ...(prompts.tokenizer !== undefined && { tokenizer: prompts.tokenizer }),
        haystacks: prompts.haystacks,
        ...(group !== undefined && { group }),
        selection: { ...selection },
        cost: { ...data, ...options, ...thinkingRoom(common), ...sittingOptions(flags), ...judging },
        command,
        version: version(),
        now,
      });
      await ledger.createRun(record, plan.samples);
      tellParent({ type: 'run-begins', run: record.id });
      if (!session.quiet) console.error(runBegins(record.id, model.id));
      ready.push({
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
    }
    return ready.length === 1 ? finishSession(ready[0]!) : finishRuns(ready);
  });
}
