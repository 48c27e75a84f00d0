import type * as z from 'zod';
import { ModelError } from '../../core/index.ts';
import { endpointUrl, shownUrl } from '../http/base-url.ts';
import { classifyResponse } from '../http/classify-response.ts';
import { bounded, MAX_ANSWER_BYTES, readStart } from '../http/response-body.ts';
import { send } from '../http/send.ts';
import type { Transport } from '../http/transport.ts';

/** How to reach an API with a key. */
export interface BatchConnection {
  readonly baseUrl: URL;
  readonly transport: Transport;
  /** Headers of every request, the key among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** What to send; without a body it is a GET. */
export interface BatchCall {
  readonly signal: AbortSignal;
  readonly body?: string | Iterable<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls an endpoint and checks its JSON. Throws ModelError; `protocol` for an answer of another shape. `path` is below the base URL, with its query. */
export async function callJson<T>(
  connection: BatchConnection,
  path: string,
  call: BatchCall & { readonly schema: z.ZodType<T> },
): Promise<T> {
  return receive(connection, path, call, async (chunks, where) => {
    const decoder = new TextDecoder();
    let json = '';
    for await (const chunk of bounded(chunks, MAX_ANSWER_BYTES)) json += decoder.decode(chunk, { stream: true });
    return parseJson(json, call.schema, where);
  });
}

/** The lines of an answer, one by one. Throws ModelError `protocol` for a line that is no JSON of this shape: the answer broke off. */
export async function* callLines<T>(
  connection: BatchConnection,
  path: string,
  call: BatchCall & { readonly schema: z.ZodType<T> },
): AsyncGenerator<T> {
  const { queue, done } = await openLines(connection, path, call);
  for await (const { line, where } of queue) yield parseJson(line, call.schema, where);
  await done;
}

interface Line {
  readonly line: string;
  readonly where: string;
}

/** `send` releases the connection when its reader returns, so the reader runs beside the loop that takes the lines. */
async function openLines(connection: BatchConnection, path: string, call: BatchCall) {
  const stream = new TransformStream<Line, Line>();
  const writer = stream.writable.getWriter();
  const done = receive(connection, path, call, async (chunks, where) => {
    for await (const line of linesOf(chunks)) await writer.write({ line, where });
  }).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  );
  done.catch(() => {});
  return { queue: stream.readable, done };
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop()!;
    if (rest.length > MAX_ANSWER_BYTES) throw new ModelError('protocol', `A result is longer than ${MAX_ANSWER_BYTES} bytes`);
    for (const line of parts) if (line.trim() !== '') yield line;
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield rest;
}

async function receive<T>(
  { baseUrl, transport, headers, secrets }: BatchConnection,
  path: string,
  call: BatchCall,
  read: (chunks: AsyncIterable<Uint8Array>, where: string) => Promise<T>,
): Promise<T> {
  const [name = '', query] = path.split('?');
  const url = endpointUrl(baseUrl, name);
  for (const [key, value] of new URLSearchParams(query)) url.searchParams.append(key, value);
  const where = shownUrl(url);
  const { signal, body } = call;
  const sent = { ...headers, ...(typeof body === 'string' && { 'content-type': 'application/json' }), ...call.headers };
  return send(
    { transport, url, where, signal, secrets, headers: sent, ...(body !== undefined && { body }) },
    async ({ statusCode: status, headers: received, body: chunks }) => {
      if (status < 200 || status > 299)
        throw classifyResponse({ where, secrets, status, headers: received, body: await readStart(chunks) });
      return read(chunks, where);
    },
  );
}

function parseJson<T>(json: string, schema: z.ZodType<T>, where: string): T {
  try {
    const parsed = schema.safeParse(JSON.parse(json));
    if (parsed.success) return parsed.data;
  } catch {
    // Told below.
  }
  throw new ModelError('protocol', `${where} sent something else than was asked for, or broke off (${json.length} characters)`);
}
