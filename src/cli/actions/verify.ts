import type { CorpusSource, JsonObject, RunRecord, Sample } from '../../core/index.ts';
import { prepareRun, type HaystackPath } from '../../evaluate/index.ts';
import { planSamples, verifyRun } from '../../runner/index.ts';
import { messageText, promptDigest } from '../../text/index.ts';
import { cacheDir, findRun, withLedger } from '../ledger-path.ts';
import { ANY_MODEL } from '../plan-from-flags.ts';
import { findRunTasks } from '../wire.ts';

/** Builds a run again and compares. Exit code 0: all alike; 3: something differs. */
export async function verify(name: string, flags: { readonly store?: string; readonly json?: boolean }): Promise<number> {
  return withLedger(flags, async (ledger) => {
    const run = await findRun(ledger, name);
    const { families, tasks } = await findRunTasks(run);
    const tokenizer = typeof run.options['tokenizer'] === 'string' ? run.options['tokenizer'] : run.tokenizer;
    const prepared = await prepareRun({
      families,
      tasks,
      taskOptions: run.options['tasks'] as JsonObject,
      tokenizer,
      seed: run.seed,
      haystacks: haystacksOf(run),
      cacheDir: cacheDir(),
    });
    const model = { ...(run.options['model'] as JsonObject), ...ANY_MODEL };
    const documents = () => prepared.documents();
    const { checked, mismatches } = await verifyRun({
      ledger,
      runId: run.id,
      rebuild: () => planSamples({ tasks: prepared.tasks, deps: prepared.deps, model }),
      documents: { bytes: (digest) => documents().bytes(digest) },
      digestPrompt: promptDigest,
      countPrompt: (sample) => countWhole(sample, (text) => prepared.tokenizer.count(text), documents()),
    });
    if (flags.json) console.log(JSON.stringify({ run: run.id, checked, mismatches }, null, 2));
    else {
      for (const { sampleId, kind, recorded, rebuilt } of mismatches.slice(0, 20)) {
        console.log(
          `${kind}: ${sampleId}${recorded === undefined ? '' : `\n  recorded ${recorded.slice(0, 200)}\n  rebuilt  ${(rebuilt ?? '').slice(0, 200)}`}`,
        );
      }
      console.log(`${run.id}: ${checked} samples built again and tokenised whole, ${mismatches.length} differences.`);
    }
    return mismatches.length === 0 ? 0 : 3;
  });
}

function haystacksOf(run: RunRecord): readonly HaystackPath[] {
  const paths = run.corpora.filter(({ origin }: CorpusSource) => origin['kind'] === 'path');
  return paths.map(({ origin, language }) => ({ path: String(origin['path']), language }));
}

/** Tokens of the prompt tokenised whole: the slow truth behind the index. */
function countWhole({ ask }: Sample, count: (text: string) => number, documents: Parameters<typeof messageText>[1]): number {
  if (ask.kind !== 'generate') return 0;
  const messages = ask.steps.flatMap((step) => step.messages);
  return messages.reduce((sum, message) => sum + count(messageText(message, documents).content), 0);
}
