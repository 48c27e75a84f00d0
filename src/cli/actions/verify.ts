import { countNoun } from '../../report/index.ts';
import type { Message, Sample } from '../../core/index.ts';
import { verifyRun } from '../../runner/index.ts';
import { messageText, promptDigest } from '../../text/index.ts';
import { findMainRun, withLedgerToRead } from '../ledger-path.ts';
import { rebuildRun } from '../rebuild-run.ts';

/** Builds a run again and compares. Exit code 0: all alike; 3: something differs. */
export async function verify(name: string, flags: { readonly store?: string; readonly json?: boolean }): Promise<number> {
  return withLedgerToRead(flags, async (ledger) => {
    const run = await findMainRun(ledger, name);
    const rebuilt = await rebuildRun(run);
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
    return mismatches.length === 0 ? 0 : 3;
  });
}

/** Tokens of the prompt tokenised whole, without the model's own replies in it: the slow truth behind the index. */
function countWhole({ ask }: Sample, count: (text: string) => number, documents: Parameters<typeof messageText>[1]): number {
  if (ask.kind !== 'generate') return 0;
  const messages = ask.steps.flatMap((step) => step.messages);
  return messages.reduce((sum, message) => sum + count(messageText(withoutReplies(message), documents).content), 0);
}

function withoutReplies({ from, blocks }: Message): Message {
  return { from, blocks: blocks.map((block) => ({ ...block, pieces: block.pieces.filter((piece) => !('reply' in piece)) })) };
}
