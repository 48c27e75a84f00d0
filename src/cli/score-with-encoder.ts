import type { StoredScoring, TextEmbedder } from '../benchmarks/index.ts';
import { FathomError, ModelError, type JsonObject } from '../core/index.ts';
import { countNoun } from '../report/index.ts';
import type { EmbedFlags } from './embed-flags.ts';
import { storeFolder } from './ledger-path.ts';

/** Scores with what the encoder cost. */
export type Embedded = StoredScoring & { readonly embedding: JsonObject };

/** Scores with an encoder that is asked, and closes it. Throws FathomError `incomplete` where it gives no vectors: what was asked is kept. */
export async function withEmbedder(
  flags: Readonly<Record<string, unknown>> & { readonly store?: string },
  embed: EmbedFlags,
  work: (embedder: TextEmbedder) => Promise<StoredScoring>,
): Promise<Embedded> {
  const { openEmbedder } = await import('./open-embedder.ts');
  const folder = storeFolder(flags);
  const opened = await openEmbedder(embed, { folder, cost: flags });
  try {
    const scoring = await work(opened.embedder);
    return { ...scoring, embedding: opened.account() };
  } catch (error) {
    if (error instanceof ModelError)
      throw new FathomError('incomplete', `The encoder gave no vectors: ${error.message}`, {
        fix: `${String(opened.account()['asked'])} texts were embedded and are kept: the same command goes on from there.`,
        cause: error,
      });
    throw error;
  } finally {
    await opened.close();
  }
}

/** What was sent and what it cost, for people. */
export function embeddingLine({
  model,
  dimensions,
  asked,
  known,
  tokens,
  uncounted,
  cutTexts,
  droppedTokens,
  skipped,
  leftOutByWindow,
  usd,
}: JsonObject): string {
  const out = Number(skipped) + Number(leftOutByWindow);
  return [
    `${String(model)}: ${String(dimensions)} dimensions, ${countNoun(Number(asked), 'text')} asked, ${String(known)} known before`,
    Number(uncounted) > 0 ? 'the server counted no tokens' : `${String(tokens)} tokens`,
    ...(typeof usd === 'number' ? [`$${usd.toFixed(4)}`] : []),
    ...(Number(cutTexts) > 0 ? [`${countNoun(Number(cutTexts), 'text')} cut, ${String(droppedTokens)} tokens left out`] : []),
    ...(out > 0 ? [`${countNoun(out, 'text')} too long and left out`] : []),
  ].join(' · ');
}
