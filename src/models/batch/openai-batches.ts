/**
 * OpenAI's batch API (files and batches), which some compatible servers offer too.
 * Source: OpenAI API reference, "Batch": at most 50,000 requests and 200 MB a file, answers within 24 hours for half the price.
 */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { ModelError, type BatchClient, type BatchRequest, type BatchResult, type Generation, type ModelRequest } from '../../core/index.ts';
import { classifyResponse } from '../http/classify-response.ts';
import { createBatchFile, type BatchFile } from './batch-file.ts';
import { callJson, callLines, type BatchConnection } from './batch-http.ts';

/** What tells the users of the API apart. */
export interface OpenAiBatchDialect {
  readonly connection: BatchConnection;
  /** `/v1/responses` or `/v1/chat/completions`. */
  readonly endpoint: string;
  /** The body of a request, not streamed. */
  bodyOf(request: ModelRequest): Promise<Iterable<Uint8Array>>;
  /** Reads the body of an answer. Throws ModelError for an error inside. */
  read(body: unknown): Promise<Omit<Generation, 'latencyMs' | 'firstTokenMs'>>;
  /** Told of a refused request, so that the next one is made otherwise; true: it can be asked again. */
  learn(refusal: string): boolean;
}

const MAX_REQUESTS = 50_000;
const MAX_BYTES = 200_000_000;
/** Half of the usual price. */
const OPENAI_BATCH_FACTOR = 0.5;

const batchSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  request_counts: z.looseObject({ total: z.number(), completed: z.number(), failed: z.number() }).nullish(),
  errors: z.looseObject({ data: z.array(z.looseObject({ message: z.string().nullish() })).nullish() }).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
const listSchema = z.looseObject({ data: z.array(batchSchema), has_more: z.boolean().nullish() });
const lineSchema = z.looseObject({
  custom_id: z.string(),
  response: z.looseObject({ status_code: z.number(), body: z.unknown() }).nullish(),
  error: z.looseObject({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});

type Line = z.output<typeof lineSchema>;

/** Where a batch keeps the label that it was handed in under. */
const LABEL = 'fathom';

/** The batches of an OpenAI-like API. */
export function createOpenAiBatches(dialect: OpenAiBatchDialect): BatchClient {
  const { connection } = dialect;
  const get = (id: string, signal: AbortSignal) => callJson(connection, `batches/${id}`, { signal, schema: batchSchema });
  return {
    priceFactor: OPENAI_BATCH_FACTOR,
    async prepare(requests) {
      const file = await createBatchFile(MAX_BYTES);
      try {
        const taken = await fill(file, requests, dialect);
        return { taken, submit: (label, { signal }) => submit(dialect, { file, label, signal }), dispose: () => file.dispose() };
      } catch (error) {
        await file.dispose();
        throw error;
      }
    },
    find: (label, { signal }) => find(connection, label, signal),
    async state(id, { signal }) {
      const { status: word, request_counts: counts, errors } = await get(id, signal);
      const detail = errors?.data?.map(({ message }) => message ?? '').join('; ');
      const state = word === 'failed' ? 'failed' : ['completed', 'expired', 'cancelled'].includes(word) ? 'ended' : 'working';
      return {
        state,
        word,
        ...(counts && { done: counts.completed + counts.failed, total: counts.total }),
        ...(detail && { detail }),
      };
    },
    async *results(id, { signal }) {
      const { output_file_id: output, error_file_id: errors, request_counts: counts } = await get(id, signal);
      let lines = 0;
      for (const file of [output, errors]) {
        if (file == null) continue;
        for await (const line of callLines(connection, `files/${file}/content`, { signal, schema: lineSchema })) {
          lines += 1;
          yield await resultOf(line, dialect);
        }
      }
      if (counts && lines < counts.completed + counts.failed)
        throw new ModelError('protocol', `The results of ${id} broke off: ${lines} of ${counts.completed + counts.failed}`);
    },
    async cancel(id, { signal }) {
      await callJson(connection, `batches/${id}/cancel`, { signal, body: '', schema: batchSchema });
    },
  };
}

async function fill(file: BatchFile, requests: Iterable<BatchRequest>, dialect: OpenAiBatchDialect): Promise<number> {
  let taken = 0;
  for (const { customId, request } of requests) {
    const body = await dialect.bodyOf(request);
    if (!(await file.add(entry(customId, dialect.endpoint, body)))) break;
    taken += 1;
    if (taken === MAX_REQUESTS) break;
  }
  return taken;
}

function* entry(customId: string, url: string, body: Iterable<Uint8Array>): Generator<Uint8Array, void> {
  yield Buffer.from(`{"custom_id":${JSON.stringify(customId)},"method":"POST","url":${JSON.stringify(url)},"body":`);
  yield* body;
  yield Buffer.from('}\n');
}

interface Submission {
  readonly file: BatchFile;
  readonly label: string;
  readonly signal: AbortSignal;
}

async function submit({ connection, endpoint }: OpenAiBatchDialect, { file, label, signal }: Submission): Promise<string> {
  const { id } = await callJson(connection, 'files', { signal, ...form(file, label), schema: z.looseObject({ id: z.string() }) });
  const body = JSON.stringify({ input_file_id: id, endpoint, completion_window: '24h', metadata: { [LABEL]: label } });
  return (await callJson(connection, 'batches', { signal, body, schema: batchSchema })).id;
}

/** The file as a multipart form, its bytes read while they are sent. */
function form(file: BatchFile, label: string) {
  const boundary = `fathom-${randomUUID()}`;
  const head = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nbatch\r\n` +
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${label}.jsonl"\r\ncontent-type: application/jsonl\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(head.length + file.byteLength + tail.length),
    },
    body: (function* () {
      yield head;
      yield* file.chunks();
      yield tail;
    })(),
  };
}

async function find(connection: BatchConnection, label: string, signal: AbortSignal): Promise<string | undefined> {
  for (let after = ''; ;) {
    const page = await callJson(connection, `batches?limit=100${after}`, { signal, schema: listSchema });
    const found = page.data.find(({ metadata }) => metadata?.[LABEL] === label);
    const last = page.data.at(-1);
    if (found || !page.has_more || !last) return found?.id;
    after = `&after=${encodeURIComponent(last.id)}`;
  }
}

async function resultOf({ custom_id: customId, response, error }: Line, dialect: OpenAiBatchDialect): Promise<BatchResult> {
  if (response != null && response.status_code < 300) return answered(customId, response.body, dialect);
  if (error != null && /expired|cancel/.test(error.code ?? '')) return { customId, unanswered: error.code! };
  const body = JSON.stringify(response?.body ?? { error });
  const { secrets } = dialect.connection;
  const failed = classifyResponse({ where: 'The batch', secrets, status: response?.status_code ?? 500, headers: {}, body });
  const again = failed.kind === 'invalid' && dialect.learn(failed.message);
  return { customId, error: { kind: again ? 'protocol' : failed.kind, message: failed.message } };
}

async function answered(customId: string, body: unknown, dialect: OpenAiBatchDialect): Promise<BatchResult> {
  try {
    return { customId, generation: { ...(await dialect.read(body)), latencyMs: 0 } };
  } catch (error) {
    if (error instanceof ModelError) return { customId, error: { kind: error.kind, message: error.message } };
    throw error;
  }
}
