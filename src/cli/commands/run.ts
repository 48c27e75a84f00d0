import type { Command } from 'commander';
import type { JsonObject, RunRecord, Sample, SkippedSample } from '../../core/index.ts';
import { addModelFlags, addSecretFlags, readModelFlags } from '../model-flags.ts';
import { addPromptFlags, readPromptFlags } from '../run-flags.ts';
import { addStoreFlag } from '../ledger-path.ts';
import { addSessionFlags } from '../session-flags.ts';

const EXAMPLES = `
Examples:
  fathom run needlebench
  fathom run needlebench --model openai/gpt-5 --lengths 4k..128k --repeats 3
  fathom run needlebench/single-retrieval --model http://localhost:8000/v1#qwen3 --haystack ./book.txt
  fathom run needlebench --suite 128k --compat --data ./NeedleBench --haystack ./NeedleBench/PaulGrahamEssays.jsonl`;

/** `fathom run TASK…` */
export function registerRun(program: Command): void {
  const command = program
    .command('run')
    .description('measure a model: build prompts, ask, score, draw')
    .argument('<tasks...>', 'families or tasks (fathom list)');
  addSessionFlags(addStoreFlag(addSecretFlags(addModelFlags(addPromptFlags(command)))))
    .addHelpText('after', EXAMPLES)
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      process.exitCode = await run(names, flags);
    });
}

async function run(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<number> {
  const { openModel, findTasks } = await import('../wire.ts');
  const prompts = readPromptFlags(flags);
  const modelFlags = readModelFlags(flags);
  const { readSessionFlags, finishSession } = await import('../finish-session.ts');
  const session = readSessionFlags(flags);
  const { families, tasks } = await findTasks(names);
  const model = await openModel(modelFlags);
  const { planFromFlags } = await import('../plan-from-flags.ts');
  const { prepared, plan } = await planFromFlags({ families, tasks, prompts, model });
  const { withLedger } = await import('../ledger-path.ts');
  return withLedger(flags as { store?: string }, async (ledger) => {
    const record = recordOf({ names: tasks.map(({ id }) => id), model: model.id, settings: modelFlags.settings, prepared });
    await ledger.createRun(record, plan.samples as readonly (Sample | SkippedSample)[]);
    return finishSession({ ledger, record, tasks, families, model, documents: prepared.documents(), flags: session });
  });
}

interface RecordFacts {
  readonly names: readonly string[];
  readonly model: string;
  readonly settings: JsonObject;
  readonly prepared: import('../../evaluate/index.ts').PreparedRun;
}

function recordOf({ names, model, settings, prepared }: RecordFacts): RunRecord {
  return prepared.record({ tasks: names, model, modelSettings: settings });
}
