/**
 * Anthropic's message batches. Source: Anthropic API reference, "Message Batches": at most 100,000 requests and 256 MB a batch, answers within
 * 24 hours for half the price. A batch has no label of its own: it is known again by the custom ids in its results.
 */
import * as z from 'zod';
import { ModelError, type BatchClient, type BatchRequest, type BatchResult, type Generation, type ModelRequest } from '../../core/index.ts';
import { classifyResponse } from '../http/classify-response.ts';
import { createBatchFile, type BatchFile } from './batch-file.ts';
import { callJson, callLines, type BatchConnection } from './batch-http.ts';

/** The words of the API: how a request is written and an answer read. */
export interface AnthropicBatchDialect {
  readonly connection: BatchConnection;
  /** The body of a request, not streamed. */
  bodyOf(request: ModelRequest): Promise<string>;
  /** Reads a message. Throws ModelError for an error inside. */
  read(body: unknown): Promise<Omit<Generation, 'latencyMs' | 'firstTokenMs'>>;
  /** Told of a refused request, so that the next one is made otherwise; true: it can be asked again. */
  learn(refusal: string): boolean;
}

const MAX_REQUESTS = 100_000;
const MAX_BYTES = 256_000_000;
/** Half of the usual price. */
const ANTHROPIC_BATCH_FACTOR = 0.5;

const HEAD = Buffer.from('{"requests":[');
const TAIL = Buffer.from(']}');

const batchSchema = z.looseObject({
  id: z.string(),
  processing_status: z.string(),
  request_counts: z.looseObject({
    processing: z.number(),
    succeeded: z.number(),
    errored: z.number(),
    canceled: z.number(),
    expired: z.number(),
  }),
});
const listSchema = z.looseObject({ data: z.array(batchSchema), has_more: z.boolean().nullish() });
const lineSchema = z.looseObject({
  custom_id: z.string(),
  result: z.looseObject({ type: z.string(), message: z.unknown().optional(), error: z.unknown().optional() }),
});

type Batch = z.output<typeof batchSchema>;
type Line = z.output<typeof lineSchema>;

/** The message batches of an account. */
export function createAnthropicBatches(dialect: AnthropicBatchDialect): BatchClient {
  const { connection } = dialect;
  const get = (id: string, signal: AbortSignal) => callJson(connection, `messages/batches/${id}`, { signal, schema: batchSchema });
  return {
    priceFactor: ANTHROPIC_BATCH_FACTOR,
    async prepare(requests) {
      const file = await createBatchFile(MAX_BYTES - HEAD.length - TAIL.length);
      try {
        const taken = await fill(file, requests, dialect);
        return { taken, submit: (_label, { signal }) => submit(connection, file, signal), dispose: () => file.dispose() };
      } catch (error) {
        await file.dispose();
        throw error;
      }
    },
    find: (label, options) => find(connection, label, options),
    async state(id, { signal }) {
      const batch = await get(id, signal);
      const ended = batch.processing_status === 'ended';
      const total = sizeOf(batch);
      return { state: ended ? 'ended' : 'working', word: batch.processing_status, done: total - batch.request_counts.processing, total };
    },
    async *results(id, { signal }) {
      const total = sizeOf(await get(id, signal));
      let lines = 0;
      for await (const line of linesOf(connection, id, signal)) {
        lines += 1;
        yield await resultOf(line, dialect);
      }
      if (lines < total) throw new ModelError('protocol', `The results of ${id} broke off: ${lines} of ${total}`);
    },
    async cancel(id, { signal }) {
      await callJson(connection, `messages/batches/${id}/cancel`, { signal, body: '', schema: batchSchema });
    },
  };
}

const linesOf = (connection: BatchConnection, id: string, signal: AbortSignal) =>
  callLines(connection, `messages/batches/${id}/results`, { signal, schema: lineSchema });

function sizeOf({ request_counts: { processing, succeeded, errored, canceled, expired } }: Batch): number {
  return processing + succeeded + errored + canceled + expired;
}

async function fill(file: BatchFile, requests: Iterable<BatchRequest>, dialect: AnthropicBatchDialect): Promise<number> {
  let taken = 0;
  for (const { customId, request } of requests) {
    const params = await dialect.bodyOf(request);
    const entry = Buffer.from(`${taken === 0 ? '' : ','}{"custom_id":${JSON.stringify(customId)},"params":${params}}`);
    if (!(await file.add([entry]))) break;
    taken += 1;
    if (taken === MAX_REQUESTS) break;
  }
  return taken;
}

async function submit(connection: BatchConnection, file: BatchFile, signal: AbortSignal): Promise<string> {
  const headers = { 'content-type': 'application/json', 'content-length': String(HEAD.length + file.byteLength + TAIL.length) };
  const body = (function* () {
    yield HEAD;
    yield* file.chunks();
    yield TAIL;
  })();
  return (await callJson(connection, 'messages/batches', { signal, headers, body, schema: batchSchema })).id;
}

/**
 * An ended batch of the right size tells whose it is. One that is still at work does not, and rather than hand the same requests in again
 * the search fails in a way that may pass.
 */
async function find(
  connection: BatchConnection,
  label: string,
  { signal, requests }: { readonly signal: AbortSignal; readonly requests: number },
): Promise<string | undefined> {
  let undecided: string | undefined;
  for (let after = ''; ;) {
    const page = await callJson(connection, `messages/batches?limit=100${after}`, { signal, schema: listSchema });
    for (const batch of page.data.filter((each) => sizeOf(each) === requests)) {
      if (batch.processing_status !== 'ended') undecided = batch.id;
      else if (await isLabelled(connection, batch.id, { label, signal })) return batch.id;
    }
    const last = page.data.at(-1);
    if (!page.has_more || !last) break;
    after = `&after_id=${encodeURIComponent(last.id)}`;
  }
  if (undecided === undefined) return undefined;
  throw new ModelError('server', `Batch ${undecided} may be the one handed in before; that shows when it has ended`);
}

async function isLabelled(
  connection: BatchConnection,
  id: string,
  { label, signal }: { readonly label: string; readonly signal: AbortSignal },
): Promise<boolean> {
  for await (const { custom_id: customId } of linesOf(connection, id, signal)) return customId.startsWith(`${label}-`);
  return false;
}

async function resultOf({ custom_id: customId, result }: Line, dialect: AnthropicBatchDialect): Promise<BatchResult> {
  if (result.type === 'succeeded') {
    try {
      return { customId, generation: { ...(await dialect.read(result.message)), latencyMs: 0 } };
    } catch (error) {
      if (error instanceof ModelError) return { customId, error: { kind: error.kind, message: error.message } };
      throw error;
    }
  }
  if (result.type !== 'errored') return { customId, unanswered: result.type };
  const { secrets } = dialect.connection;
  const failed = classifyResponse({ where: 'The batch', secrets, status: 200, headers: {}, body: JSON.stringify(result.error ?? {}) });
  const again = failed.kind === 'invalid' && dialect.learn(failed.message);
  return { customId, error: { kind: again ? 'protocol' : failed.kind, message: failed.message } };
}
