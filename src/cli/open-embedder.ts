import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TextEmbedder } from '../benchmarks/index.ts';
import { costUsd, FathomError, type JsonObject } from '../core/index.ts';
import { countNoun } from '../report/index.ts';
import { createBudget, embedTexts, type EmbedEvent } from '../runner/index.ts';
import { readPrices, type KnownPrices } from './cost-flags.ts';
import { encoderKey, type EmbedFlags } from './embed-flags.ts';
import { fitTexts, type TextFit } from './fit-texts.ts';
import { lockRun } from './run-lock.ts';
import { openModel } from './wire.ts';

/** An encoder with what it cost. Must be closed. */
export interface OpenedEmbedder {
  readonly embedder: TextEmbedder;
  /** What was asked, known, cut, skipped and spent, so far. */
  account(): JsonObject;
  close(): Promise<void>;
}

/** A line of progress after so many texts. */
const TOLD_EVERY = 1000;

/** Opens the encoder and the file of its vectors: what was asked in an earlier sitting is not asked again. */
export async function openEmbedder(
  flags: EmbedFlags,
  { folder, cost }: { readonly folder: string; readonly cost: Readonly<Record<string, unknown>> },
): Promise<OpenedEmbedder> {
  const model = await openModel(flags.model);
  const client = model.extension('embed');
  if (!client)
    throw new FathomError('misuse', `${model.id} has no embeddings endpoint that Fathom knows.`, {
      fix: 'Name the encoder by the address of its server: --embed https://api.openai.com/v1#text-embedding-3-small --api-key-env OPENAI_API_KEY.',
    });
  const known = await readPrices(cost, model.id);
  const fit = await fitTexts(flags);
  const name = fileName(flags);
  const vectors = join(folder, 'embeddings');
  makeFolder(vectors);
  const release = lockRun(vectors, name);
  const { openVectorFile } = await import('../store/index.ts');
  const path = join(vectors, `${name}.f32`);
  const store = openVectorFile(path);
  const count = createCounter(store.size);
  const embedded = embedTexts({
    embedder: client,
    store,
    limits: flags.limits,
    budget: createBudget(flags.budget, { spent: spentBefore(store.tokens, known), ...(known && { prices: known.prices }) }),
    tooLong: flags.tooLong === 'skip' ? 'skip' : 'fail',
    ...(flags.batchTexts !== undefined && { batchTexts: flags.batchTexts }),
    onEvent: count.take,
  });
  return {
    embedder: {
      name: flags.model.model.replace(/^.*#/, ''),
      embed: (texts, role) => fit.embed(texts, { prefix: flags.prefix[role], embedded }),
    },
    account: () => ({
      model: model.id,
      dimensions: store.dimensions ?? null,
      ...count.counts(),
      ...fitAccount(fit, flags),
      paidTokensInAll: store.tokens,
      ...(known && { usd: costUsd({ inputTokens: count.counts().tokens }, known.prices), prices: known.source }),
      vectors: path,
    }),
    close: async () => {
      store.close();
      release();
      await model.close?.();
    },
  };
}

/** A budget counts on over all sittings. */
function spentBefore(tokens: number, known: KnownPrices | undefined) {
  return { tokens, usd: known ? costUsd({ inputTokens: tokens }, known.prices) : 0 };
}

function fitAccount(fit: TextFit, { tooLong }: EmbedFlags): JsonObject {
  const { cutTexts, droppedTokens, tokenizer, leftOut } = fit.account();
  return { tooLong, tokenizer, cutTexts, droppedTokens, leftOutByWindow: leftOut };
}

function createCounter(atFirst: number) {
  const counts = { asked: 0, known: 0, skipped: 0, requests: 0, uncounted: 0, tokens: 0 };
  if (atFirst > 0) console.error(`${countNoun(atFirst, 'vector')} kept from before: not asked again.`);
  return {
    counts: () => ({ ...counts }),
    take(event: EmbedEvent) {
      if (event.type === 'known') counts.known += event.texts;
      if (event.type === 'skipped') counts.skipped += 1;
      if (event.type === 'retry') console.error(`${event.error.message}; again in ${Math.ceil(event.waitMs / 1000)} s`);
      if (event.type !== 'embedded') return;
      const before = counts.asked;
      counts.asked += event.texts;
      counts.requests += 1;
      counts.tokens += event.usage.inputTokens ?? 0;
      counts.uncounted += Number(event.usage.inputTokens === undefined);
      if (Math.floor(before / TOLD_EVERY) < Math.floor(counts.asked / TOLD_EVERY)) console.error(`${counts.asked} texts embedded …`);
    },
  };
}

/** A readable beginning, and a digest of all that changes vectors. */
function fileName(flags: EmbedFlags): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(encoderKey(flags)))
    .digest('hex')
    .slice(0, 12);
  const readable = flags.model.model
    .replace(/^.*#/, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 60);
  return `${readable}-${digest}`;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new FathomError('storage', `The folder ${path} for vectors cannot be made.`, { cause, fix: 'Name another with --store DIR.' });
  }
}
