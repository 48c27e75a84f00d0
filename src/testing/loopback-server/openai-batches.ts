import type { JsonObject } from '../../core/index.ts';
import type { BatchDesk, DeskBatch, DeskItem } from './batch-desk.ts';

/** A request to the batch endpoints, and the answer: JSON, text, or a connection that breaks. */
export interface BatchCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Buffer;
}
export type BatchReply = { readonly json: JsonObject } | { readonly text: string } | { readonly broken: true } | undefined;

/** OpenAI's files and batches: upload, create, list, look, cancel, read. Undefined for another path. */
export function createOpenAiBatchApi(desk: BatchDesk, options: { readonly refuses?: string }) {
  const files: Buffer[] = [];
  return async ({ method, path, query, body }: BatchCall): Promise<BatchReply> => {
    const [, kind, id, action] = /^\/v1\/(files|batches)(?:\/([^/]+))?(?:\/(content|cancel))?$/.exec(path) ?? [];
    if (kind === 'files' && method === 'POST')
      return { json: { id: `file_${files.push(uploaded(body)) - 1}`, object: 'file', bytes: body.length } };
    if (kind === 'files' && action === 'content') return { text: desk.sent(resultLines(desk, id!)) };
    if (kind !== 'batches') return undefined;
    if (method === 'POST' && id === undefined) return created(desk, files, { body, options });
    if (id === undefined) return { json: listed(desk, query, options) };
    const batch = await (action === 'cancel' ? desk.cancel(id) : desk.look(id));
    return batch && { json: written(batch, options) };
  };
}

interface Creation {
  readonly body: Buffer;
  readonly options: { readonly refuses?: string };
}

function created(desk: BatchDesk, files: readonly Buffer[], { body, options }: Creation): BatchReply {
  const { input_file_id: file, metadata } = JSON.parse(body.toString()) as { input_file_id: string; metadata?: { [key: string]: string } };
  const lines = files[Number(file.slice('file_'.length))]!.toString()
    .split('\n')
    .filter((line) => line !== '');
  const items = lines.map((line): DeskItem => {
    const { custom_id: customId, url, body: request } = JSON.parse(line) as { custom_id: string; url: string; body: JsonObject };
    return { customId, url, body: request };
  });
  const batch = desk.open(items, Object.values(metadata ?? {})[0]);
  return desk.losesAnswer() ? { broken: true } : { json: written(batch, options) };
}

/** Two a page, newest first, so that readers must turn pages. */
function listed(desk: BatchDesk, query: URLSearchParams, options: { readonly refuses?: string }): JsonObject {
  const all = desk.batches.toReversed();
  const from = all.findIndex(({ id }) => id === query.get('after')) + 1;
  return { object: 'list', data: all.slice(from, from + 2).map((batch) => written(batch, options)), has_more: from + 2 < all.length };
}

const isFailed = ({ result }: DeskItem) => result !== undefined && result.status > 299;

function written({ id, status, items, label }: DeskBatch, { refuses }: { readonly refuses?: string }): JsonObject {
  const ended = ['completed', 'expired', 'cancelled'].includes(status);
  const failed = items.filter(isFailed).length;
  const completed = items.filter(({ result }) => result !== undefined).length - failed;
  return {
    id,
    object: 'batch',
    status,
    metadata: label === undefined ? null : { fathom: label },
    request_counts: { total: items.length, completed, failed },
    ...(ended && { output_file_id: `out_${id}`, error_file_id: `err_${id}` }),
    ...(status === 'failed' && { errors: { data: [{ code: 'invalid', message: refuses ?? '' }] } }),
  };
}

function resultLines(desk: BatchDesk, file: string): string[] {
  const batch = desk.batches.find(({ id }) => file.endsWith(`_${id}`))!;
  const wanted = file.startsWith('err_')
    ? batch.items.filter((item) => isFailed(item) || (batch.status !== 'completed' && item.result === undefined))
    : batch.items.filter((item) => item.result !== undefined && !isFailed(item));
  return wanted.map(({ customId, result }) =>
    JSON.stringify({
      id: `req_${customId}`,
      custom_id: customId,
      response: result ? { status_code: result.status, request_id: 'r', body: result.body } : null,
      error: result ? null : { code: `batch_${batch.status}`, message: 'The request was not processed in time' },
    }),
  );
}

/** The file in a multipart form. */
function uploaded(body: Buffer): Buffer {
  const boundary = body.subarray(0, body.indexOf('\r\n'));
  const from = body.indexOf('\r\n\r\n', body.indexOf('filename=')) + 4;
  return body.subarray(from, body.indexOf(`\r\n${boundary.toString()}`, from));
}
