import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { JsonObject } from '../../core/index.ts';
import { createAnthropicBatchApi } from './anthropic-batches.ts';
import { anthropicDialect } from './anthropic-dialect.ts';
import { createBatchDesk, type DeskItem } from './batch-desk.ts';
import { googleDialect } from './google-dialect.ts';
import { applyWindow, promptText, sha256, writeAnswer } from './loopback-answer.ts';
import { faultError, sendAnswer } from './loopback-fault.ts';
import type { LoopbackLogEntry, LoopbackOptions, LoopbackServer, LoopbackStats } from './loopback-options.ts';
import type { ApiDialect, LoopbackApi, LoopbackRequest, WrittenError } from './loopback-request.ts';
import { chatDialect, completionsDialect } from './openai-dialect.ts';
import { createOpenAiBatchApi, type BatchCall, type BatchReply } from './openai-batches.ts';
import { blocksFor, createPrefixCache } from './prefix-cache.ts';
import { responsesDialect } from './responses-dialect.ts';
import { frame } from './text-pieces.ts';

/** As tokens are counted by default. */
const CHARACTERS_PER_TOKEN = 4;

const DIALECTS: Readonly<Record<LoopbackApi, ApiDialect>> = {
  chat: chatDialect,
  completions: completionsDialect,
  responses: responsesDialect,
  anthropic: anthropicDialect,
  google: googleDialect,
};
const PATHS: readonly (readonly [RegExp, LoopbackApi])[] = [
  [/^\/v1\/chat\/completions$/, 'chat'],
  [/^\/v1\/completions$/, 'completions'],
  [/^\/v1\/responses$/, 'responses'],
  [/^\/v1\/messages$/, 'anthropic'],
  [/^\/v1beta\/models\/[^/]+:(stream)?generateContent$/i, 'google'],
];

/**
 * Starts a model server on 127.0.0.1 that behaves, and misbehaves, as it is told: OpenAI chat completions, completions, responses and model
 * list; Anthropic messages; Google generateContent; streaming and not. It simulates a prefix cache (4,096-character blocks, last used kept),
 * counts tokens and logs every request by the hash of its prompt: bodies are dropped once answered.
 */
export async function startLoopbackServer(options: LoopbackOptions = {}): Promise<LoopbackServer> {
  const stats = { requests: 0, inFlight: 0, maxInFlight: 0, bodyBytes: 0, promptTokens: 0, cachedTokens: 0, byStatus: {} };
  const desk = createBatchDesk(options.batches ?? {}, (item) => answerItem(state, item));
  const [openAi, anthropic] = [createOpenAiBatchApi(desk, options.batches ?? {}), createAnthropicBatchApi(desk)];
  const batchApi = async (call: BatchCall) => (await openAi(call)) ?? anthropic(call);
  const state: ServerState = {
    options,
    cache: createPrefixCache(options.cacheTokens === undefined ? undefined : blocksFor(options.cacheTokens, CHARACTERS_PER_TOKEN)),
    log: [],
    stats,
    batchApi,
  };
  const server = createServer((request, response) => {
    serve(state, request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  // Clients keep idle connections; the server must not be the one that closes them while a request is on its way.
  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    log: state.log,
    stats,
    batches: desk.batches,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface ServerState {
  readonly options: LoopbackOptions;
  readonly cache: ReturnType<typeof createPrefixCache>;
  readonly log: LoopbackLogEntry[];
  readonly batchApi: (call: BatchCall) => Promise<BatchReply>;
  readonly stats: { -readonly [K in keyof LoopbackStats]: LoopbackStats[K] } & { readonly byStatus: Record<number, number> };
}

async function serve(state: ServerState, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = incoming.url?.split('?')[0] ?? '/';
  const api = PATHS.find(([pattern]) => pattern.test(path))?.[1];
  const { options, stats } = state;
  if (!hasKey(incoming, options.requireKey)) return sendError(response, DIALECTS[api ?? 'chat'], faultError({ kind: 'auth' })!);
  if (incoming.method === 'GET' && path === '/v1/models') return sendJson(response, 200, modelList(options));
  if (BATCH_PATHS.test(path)) return serveBatches(state, incoming, response);
  if (incoming.method !== 'POST' || api === undefined) return sendError(response, chatDialect, notFound(path));
  stats.requests += 1;
  stats.inFlight += 1;
  stats.maxInFlight = Math.max(stats.maxInFlight, stats.inFlight);
  response.once('close', () => (stats.inFlight -= 1));
  const body = await readBody(incoming);
  stats.bodyBytes += body.length;
  await answer(state, { incoming, response, api, path, number: stats.requests, body });
}

const BATCH_PATHS = /^\/v1\/(files|batches|messages\/batches)(\/|$)/;

async function serveBatches({ batchApi }: ServerState, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname: path, searchParams: query } = new URL(incoming.url ?? '/', 'http://localhost');
  const reply = await batchApi({ method: incoming.method ?? 'GET', path, query, body: await readBody(incoming) });
  if (reply === undefined) return sendError(response, chatDialect, notFound(path));
  if ('broken' in reply) return void response.destroy();
  if ('json' in reply) return sendJson(response, 200, reply.json);
  response.writeHead(200, { 'content-type': 'application/jsonl' }).end(reply.text);
}

/** Answers a request of a batch as if it had come by itself, its custom id in the place of the attempt's. */
async function answerItem(state: ServerState, { url, body, customId }: DeskItem) {
  const api = PATHS.find(([pattern]) => pattern.test(url))?.[1] ?? 'chat';
  const dialect = DIALECTS[api];
  state.stats.requests += 1;
  const number = state.stats.requests;
  const parsed = { ...dialect.parse(body, url), body, stream: false };
  const sent = promptText(parsed);
  const seen = applyWindow(sent, state.options);
  const request: LoopbackRequest = {
    ...parsed,
    api,
    number,
    ...('status' in seen ? { prompt: sent, promptTokens: 0 } : seen),
    attemptId: customId,
    headers: {},
  };
  const error = refusedField(body, state.options) ?? ('status' in seen ? seen : faultError(state.options.fault?.(number, request)));
  const { model, promptTokens } = request;
  const status = error?.status ?? 200;
  const bytes = JSON.stringify(body).length;
  state.log.push({ number, api, model, attemptId: customId, bytes, promptSha256: sha256(sent), promptTokens, status });
  if (error) return { status, body: dialect.error(error) };
  const uncached = { options: state.options, cachedTokens: 0, cacheWriteTokens: 0 };
  return { status, body: dialect.answer(writeAnswer((await state.options.answer?.(request)) ?? 'ok', request, uncached)) };
}

interface Arrived {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly api: LoopbackApi;
  readonly path: string;
  readonly number: number;
  readonly body: Buffer;
}

async function answer(state: ServerState, arrived: Arrived): Promise<void> {
  const { options, stats } = state;
  const { api, number, response, incoming } = arrived;
  const dialect = DIALECTS[api];
  const parsed = parseBody(dialect, arrived);
  if ('status' in parsed) return sendError(response, dialect, parsed);
  const sent = promptText(parsed);
  const seen = applyWindow(sent, options);
  const attemptId = incoming.headers['x-fathom-attempt'];
  const request: LoopbackRequest = {
    ...parsed,
    api,
    number,
    ...('status' in seen ? { prompt: sent, promptTokens: 0 } : seen),
    ...(typeof attemptId === 'string' ? { attemptId } : {}),
    headers: incoming.headers,
  };
  const { model, promptTokens } = request;
  const named = request.attemptId === undefined ? {} : { attemptId: request.attemptId };
  const log = (status: number) => {
    state.log.push({ number, api, model, ...named, bytes: arrived.body.length, promptSha256: sha256(sent), promptTokens, status });
    stats.byStatus[status] = (stats.byStatus[status] ?? 0) + 1;
  };
  const fault = options.fault?.(number, request);
  const inside = fault?.kind === 'stream-error';
  const error = refusedField(parsed.body, options) ?? ('status' in seen ? seen : undefined) ?? (inside ? undefined : faultError(fault));
  const prefix = error ? undefined : state.cache.begin(request.prompt, request.cacheMarks);
  const { characters, newCharacters } = prefix ?? { characters: 0, newCharacters: 0 };
  const cachedTokens = share(characters, request);
  const cacheWriteTokens = share(characters + newCharacters, request) - cachedTokens;
  const prefillMs = error ? 0 : (request.promptTokens - cachedTokens) * (options.prefillMsPerToken ?? 0);
  const waitMs = (options.latencyMs ?? 0) + prefillMs;
  if (waitMs > 0) await delay(waitMs);
  if (error) {
    log(error.status);
    if (fault?.kind === '429' && fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
    return sendError(response, dialect, error);
  }
  prefix?.end();
  const written = writeAnswer((await options.answer?.(request)) ?? 'ok', request, { options, cachedTokens, cacheWriteTokens });
  stats.promptTokens += request.promptTokens;
  stats.cachedTokens += written.usage?.cachedTokens ?? 0;
  log(fault?.kind === 'hang' || fault?.kind.startsWith('reset') ? 0 : 200);
  const streamed = request.stream && (options.stream ?? true);
  const errorJson = inside ? ((streamed ? dialect.streamError : undefined) ?? dialect.error)(faultError(fault)!) : {};
  await sendAnswer(
    response,
    {
      contentType: streamed ? 'text/event-stream; charset=utf-8' : 'application/json',
      frames: streamed ? [...dialect.events(written)] : [JSON.stringify(dialect.answer(written))],
      errorFrame: streamed ? frame(errorJson, api === 'anthropic' ? 'error' : undefined) : JSON.stringify(errorJson),
    },
    fault,
  );
}

/** Tokens of so many characters of the prompt. */
function share(characters: number, { prompt, promptTokens }: LoopbackRequest): number {
  return Math.min(promptTokens, Math.floor((characters * promptTokens) / Math.max(1, prompt.length)));
}

function parseBody(
  dialect: ApiDialect,
  { body, path }: Arrived,
): (ReturnType<ApiDialect['parse']> & { readonly body: JsonObject }) | WrittenError {
  try {
    const json: unknown = JSON.parse(body.toString());
    return { ...dialect.parse(json, path), body: json as JsonObject };
  } catch (error) {
    return { status: 400, message: `The body cannot be read: ${String(error).slice(0, 200)}`, type: 'invalid_request_error' };
  }
}

function refusedField(body: JsonObject, options: LoopbackOptions): WrittenError | undefined {
  const param = options.refuse?.find((name) => name in body);
  if (param === undefined) return undefined;
  const instead = param === 'max_tokens' ? " Use 'max_completion_tokens' instead." : '';
  const message = `Unsupported parameter: '${param}' is not supported with this model.${instead}`;
  return { status: 400, message, type: 'invalid_request_error', code: 'unsupported_parameter', param };
}

function hasKey({ headers }: IncomingMessage, key: string | undefined): boolean {
  if (key === undefined) return true;
  return [headers.authorization?.replace(/^Bearer /, ''), headers['x-api-key'], headers['x-goog-api-key']].includes(key);
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function modelList({ models = ['mock-model'], claimsTokens }: LoopbackOptions): JsonObject {
  const claim = claimsTokens === undefined ? {} : { max_model_len: claimsTokens };
  return { object: 'list', data: models.map((id) => ({ id, object: 'model', ...claim })) };
}

const notFound = (path: string): WrittenError => ({ status: 404, message: `Nothing here at ${path}`, type: 'not_found_error' });

function sendError(response: ServerResponse, dialect: ApiDialect, error: WrittenError): void {
  sendJson(response, error.status, dialect.error(error));
}

function sendJson(response: ServerResponse, status: number, value: JsonObject): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
