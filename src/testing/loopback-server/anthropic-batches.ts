import type { JsonObject } from '../../core/index.ts';
import type { BatchDesk, DeskBatch } from './batch-desk.ts';
import type { BatchCall, BatchReply } from './openai-batches.ts';

/** Anthropic's message batches: create, list, look, cancel, read. Undefined for another path. */
export function createAnthropicBatchApi(desk: BatchDesk) {
  return async ({ method, path, query, body }: BatchCall): Promise<BatchReply> => {
    const [whole, id, action] = /^\/v1\/messages\/batches(?:\/([^/]+))?(?:\/(results|cancel))?$/.exec(path) ?? [];
    if (whole === undefined) return undefined;
    if (id === undefined) return method === 'POST' ? created(desk, body) : { json: listed(desk, query) };
    if (action === 'results') return { text: desk.sent(resultLines(desk.batches.find((batch) => batch.id === id)!)) };
    const batch = await (action === 'cancel' ? desk.cancel(id) : desk.look(id));
    return batch && { json: written(batch) };
  };
}

function created(desk: BatchDesk, body: Buffer): BatchReply {
  const { requests } = JSON.parse(body.toString()) as { requests: { custom_id: string; params: JsonObject }[] };
  const batch = desk.open(requests.map(({ custom_id: customId, params }) => ({ customId, url: '/v1/messages', body: params })));
  return desk.losesAnswer() ? { broken: true } : { json: written(batch) };
}

/** Two a page, newest first, so that readers must turn pages. */
function listed(desk: BatchDesk, query: URLSearchParams): JsonObject {
  const all = desk.batches.toReversed();
  const from = all.findIndex(({ id }) => id === query.get('after_id')) + 1;
  const data = all.slice(from, from + 2).map(written);
  return { data, has_more: from + 2 < all.length, last_id: data.at(-1)?.['id'] ?? null };
}

function written({ id, status, items, createdAt }: DeskBatch): JsonObject {
  const counts = { processing: 0, succeeded: 0, errored: 0, canceled: 0, expired: 0 };
  for (const { result } of items) {
    if (status === 'in_progress') counts.processing += 1;
    else if (result) counts[result.status > 299 ? 'errored' : 'succeeded'] += 1;
    else counts[status === 'cancelled' ? 'canceled' : 'expired'] += 1;
  }
  const processing = status === 'in_progress' ? 'in_progress' : 'ended';
  return { id, type: 'message_batch', processing_status: processing, request_counts: counts, created_at: createdAt };
}

function resultLines({ status, items }: DeskBatch): string[] {
  return items.map(({ customId, result }) => {
    if (!result) return JSON.stringify({ custom_id: customId, result: { type: status === 'cancelled' ? 'canceled' : 'expired' } });
    const said = result.status > 299 ? { type: 'errored', error: result.body } : { type: 'succeeded', message: result.body };
    return JSON.stringify({ custom_id: customId, result: said });
  });
}
