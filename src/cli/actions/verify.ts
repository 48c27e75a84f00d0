import { countNoun } from '../../report/index.ts';
import type { JsonObject, Message, Sample } from '../../core/index.ts';
import { verifyRun } from '../../runner/index.ts';
import { messageText, promptDigest } from '../../text/index.ts';
import { changedFiles, elsewhere } from '../data/recorded-data.ts';
import { findMainRun, withLedgerToRead } from '../ledger-path.ts';
import { rebuildRun } from '../rebuild-run.ts';
import { dataFolder } from '../run-flags.ts';

/** Flags of `fathom verify`. */
export interface VerifyFlags {
  readonly store?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** Builds a run again and compares. Exit code 0: all alike; 3: something differs. */
export async function verify(name: string, flags: VerifyFlags): Promise<number> {
  return withLedgerToRead(flags, async (ledger) => {
    const run = await findMainRun(ledger, name);
    const rebuilt = await rebuildRun(run, flags.data === undefined ? {} : { dataDir: dataFolder(flags.data) });
    const { checked, mismatches } = await verifyRun({
      ledger,
      runId: run.id,
      rebuild: rebuilt.samples,
      documents: rebuilt.documents,
      digestPrompt: promptDigest,
      countPrompt: (sample) => countWhole(sample, (text) => rebuilt.tokenizer.count(text), rebuilt.documents),
    });
    if (flags.json) console.log(JSON.stringify({ run: run.id, checked, mismatches }, null, 2));
    else {
      for (const { sampleId, kind, recorded, rebuilt: now } of mismatches.slice(0, 20)) {
        console.log(
          `${kind}: ${sampleId}${recorded === undefined ? '' : `\n  recorded ${recorded.slice(0, 200)}\n  rebuilt  ${(now ?? '').slice(0, 200)}`}`,
        );
      }
      console.log(
        `${run.id}: ${countNoun(checked, 'sample')} built again and tokenised whole, ${countNoun(mismatches.length, 'difference')}.`,
      );
    }
    const { dataDir } = run.options['tasks'] as JsonObject;
    if (mismatches.length > 0) for (const path of changedFiles(run, rebuilt.corpora())) console.error(`changed: ${path}`);
    if (mismatches.length > 0 && typeof dataDir === 'string')
      console.error(`The run was made from data files in ${dataDir}; have they changed? ${elsewhere(run)}`);
    return mismatches.length === 0 ? 0 : 3;
  });
}

/** Replies of earlier steps were not there when the prompt was planned, and count as nothing. */
function withoutReplies(message: Message): Message {
  const blocks = message.blocks.map((block) => ({ ...block, pieces: block.pieces.filter((piece) => !('reply' in piece)) }));
  return { ...message, blocks };
}

/** Tokens of the prompt tokenised whole: the slow truth behind the index. */
function countWhole({ ask }: Sample, count: (text: string) => number, documents: Parameters<typeof messageText>[1]): number {
  if (ask.kind !== 'generate') return 0;
  const messages = ask.steps.flatMap((step) => step.messages).map(withoutReplies);
  return messages.reduce((sum, message) => sum + count(messageText(message, documents).content), 0);
}
