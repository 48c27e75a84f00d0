import { z } from 'zod';
import { RUN_FILE_FORMAT, RUN_FILE_VERSION } from './run-file-format.ts';

/**
 * What a line of a run file must be. Unknown fields are let through, for files of later versions. Free JSON is not looked into:
 * `refuseHostileJson` has seen it before.
 */

/** Text that goes to terminals and into messages: no control characters. */
const plainText = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]*$/u, 'must be plain text without control characters');
/** Ids become parts of file names. */
const runId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, 'must be letters, digits, dots, dashes and underscores');
const sampleId = z
  .string()
  .min(1)
  .max(10_000)
  .refine((id) => id.isWellFormed(), 'must be well-formed Unicode');
const count = z.int().min(0);
const amount = z.number().min(0);
const json = z.unknown();
const jsonObject = z.record(z.string(), json);
const cell = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const corpus = z.looseObject({ digest: plainText, language: plainText, origin: jsonObject });

const runRecord = z.looseObject({
  id: runId,
  createdAt: z.iso.datetime(),
  status: z.enum(['running', 'complete', 'incomplete']),
  version: plainText,
  model: plainText,
  strategy: plainText,
  tasks: z.array(plainText),
  seed: z.int(),
  tokenizer: plainText,
  options: jsonObject,
  corpora: z.array(corpus),
  rescoredFrom: z.looseObject({ run: runId, version: plainText, taskVersions: z.record(z.string(), z.int()) }).optional(),
  mergedFrom: z.array(z.looseObject({ run: runId, tasks: z.array(plainText), options: jsonObject })).optional(),
  imported: z.never({ error: 'is said by the ledger, not by a file' }).optional(),
});

const piece = z.union([
  z.looseObject({ text: z.string() }),
  z.looseObject({ doc: z.string(), from: count, to: count }),
  z.looseObject({ image: z.string(), mediaType: z.string() }),
  z.looseObject({ reply: count }),
]);

const block = z.looseObject({
  role: z.enum(['instruction', 'example', 'context', 'evidence', 'question', 'choices', 'format']),
  pieces: z.array(piece),
  id: z.string().optional(),
  cacheBreak: z.literal(true).optional(),
});

const step = z.looseObject({
  messages: z.array(z.looseObject({ from: z.enum(['system', 'user', 'assistant']), blocks: z.array(block) })),
  output: z.looseObject({
    maxTokens: count,
    stop: z.array(z.string()).optional(),
    temperature: z.number().optional(),
    raw: z.literal(true).optional(),
  }),
});

const fit = z.union([
  z.looseObject({ policy: z.enum(['exact', 'published', 'as-is', 'fail']), tokenizer: z.string() }),
  z.looseObject({
    policy: z.literal('truncate'),
    keep: z.enum(['head', 'middle', 'tail', 'words']),
    on: z.enum(['prompt', 'context']),
    tokenizer: z.string(),
    droppedTokens: count,
  }),
]);

const ask = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('generate'), steps: z.array(step), fit }),
  z.looseObject({ kind: z.literal('retrieve'), query: z.array(piece), collection: z.string(), topK: count }),
]);

const skippedSample = z.looseObject({
  id: sampleId,
  task: plainText,
  cell,
  skipped: z.looseObject({ reason: z.string(), detail: z.string() }),
});

const askedSample = z.looseObject({
  id: sampleId,
  task: plainText,
  taskVersion: z.int(),
  ask,
  target: json.refine((target) => target !== undefined, 'is missing'),
  cell,
  promptTokens: count,
  placements: z.array(z.looseObject({ id: z.string(), askedDepthPercent: z.number(), depthPercent: z.number() })).optional(),
  group: z.string().optional(),
  cluster: z.string().optional(),
  skipped: z.undefined().optional(),
});

const part = z.looseObject({ metric: z.string().optional(), cell: cell.optional(), value: z.number(), n: z.number().optional() });

const result = z.discriminatedUnion('status', [
  z.looseObject({
    status: z.literal('ok'),
    score: z.looseObject({
      value: z.number().min(0).max(1),
      parts: z.array(part).optional(),
      counts: z.record(z.string(), z.number()).optional(),
      mode: z.string(),
      metric: z.string(),
      errorClass: z.string().optional(),
      why: z.string().optional(),
    }),
  }),
  z.looseObject({ status: z.enum(['error', 'skipped']), reason: z.string(), detail: z.string() }),
]);

const call = z.looseObject({
  text: z.string(),
  reasoning: z.string().optional(),
  finish: z.enum(['stop', 'length', 'refused', 'other']),
  usage: z.looseObject({
    inputTokens: amount.optional(),
    cachedTokens: amount.optional(),
    cacheWriteTokens: amount.optional(),
    outputTokens: amount.optional(),
    reasoningTokens: amount.optional(),
  }),
  latencyMs: amount,
  firstTokenMs: amount.optional(),
});

const outcome = z.looseObject({
  sampleId,
  result,
  calls: z.array(call),
  attempts: count,
  cached: z.boolean(),
  promptDigest: z.string().optional(),
  recordedAt: z.iso.datetime(),
});

/** The line before the samples of a run. */
export const headerSchema = z.looseObject({
  format: z.literal(RUN_FILE_FORMAT),
  version: z.int().min(1).max(RUN_FILE_VERSION),
  samples: count,
  run: runRecord,
});

/** The line of a sample. */
export const rowSchema = z
  .strictObject({ sample: z.union([skippedSample, askedSample]), outcome: outcome.optional() })
  .refine((row) => row.outcome === undefined || row.outcome.sampleId === row.sample.id, 'the outcome belongs to another sample')
  .refine(
    (row) => row.outcome === undefined || (row.outcome.result.status === 'skipped') === (row.sample.skipped !== undefined),
    'the sample was skipped, and its outcome is none of a skipped sample, or the other way round',
  );
