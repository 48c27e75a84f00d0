import type { Dispatcher } from 'undici';
import { FathomError, type BatchClient, type ModelError, type Generation, type Model, type ModelRequest } from '../../core/index.ts';
import { endpointUrl, parseBaseUrl, shownUrl } from '../http/base-url.ts';
import { classifyResponse } from '../http/classify-response.ts';
import { MAX_ANSWER_BYTES, readStart } from '../http/response-body.ts';
import { withoutSecrets } from '../http/hide-secrets.ts';
import { secretsOf } from '../http/secrets.ts';
import { send } from '../http/send.ts';
import { createTransport, type Transport } from '../http/transport.ts';
import type { OpenAiCompatibleOptions } from '../model-options.ts';
import { thinkingTokens } from '../thinking-tokens.ts';
import { createOpenAiBatches } from '../batch/index.ts';
import { createCompatibleEmbedder } from '../embeddings/index.ts';
import { createAnswerCollector } from './collect-answer.ts';
import { learnDialect, type Dialect } from './dialect.ts';
import { readAnswer } from './read-answer.ts';
import { chatBody, completionBody, type RequestBody } from './request-body.ts';
import { requestFields } from './request-fields.ts';

const WHOLE_BODY_BYTES = 64 * 1024;

/**
 * A model behind any OpenAI-compatible server (vLLM, SGLang, llama.cpp, Ollama, LM Studio, OpenRouter, DeepSeek …). Prompts are streamed:
 * memory does not grow with their length. There is no deadline but the caller's signal.
 *
 * It does not retry. One exception: when the server refuses a field that another dialect spells differently or leaves out
 * (`max_tokens`, `temperature`, `stream_options`), the request is sent again at once, once for each refused field, and the dialect is
 * remembered for later calls. `firstTokenMs` and `latencyMs` count from the sending that was answered.
 *
 * Throws FathomError `misuse` for a bad URL. Not used: `cacheKey` and `cacheBreak`, as these servers cache prefixes by themselves.
 */
export function createOpenAiCompatible(options: OpenAiCompatibleOptions): Model {
  const baseUrl = parseBaseUrl(options.baseUrl);
  const taken = Object.keys(options.body ?? {}).find((name) => name === 'messages' || name === 'prompt');
  if (taken !== undefined) {
    throw new FathomError('misuse', `The extra body of ${options.id} sets "${taken}", which is the prompt`, {
      fix: `Leave "${taken}" out`,
    });
  }
  const transport = createTransport(baseUrl, options);
  const client: Client = {
    options,
    baseUrl,
    transport,
    dialect: { maxTokensField: options.maxTokensField ?? 'max_tokens', temperature: true, streamOptions: true },
  };
  return {
    id: options.id,
    capabilities: new Set(['generate', 'images', 'batch', 'embed'] as const),
    ...(options.contextTokens === undefined ? {} : { contextTokens: options.contextTokens }),
    ...(options.overheadTokens === undefined ? {} : { overheadTokens: options.overheadTokens }),
    thinkingTokens: thinkingTokens(options),
    generate: (request, { signal }) => generate(client, request, signal),
    extension: extensionsOf(client),
    close: () => transport.close(),
  };
}

interface Client {
  readonly options: OpenAiCompatibleOptions;
  readonly baseUrl: URL;
  readonly transport: Transport;
  dialect: Dialect;
}

/** The embedder is one for all calls: it remembers what the server refused. */
function extensionsOf(client: Client): Model['extension'] {
  const { options, baseUrl, transport } = client;
  const embed = createCompatibleEmbedder({
    baseUrl,
    transport,
    model: options.model,
    headers: requestHeaders(options),
    secrets: secretsOf(options),
    ...(options.body && { body: options.body }),
  });
  return (key) => ({ batch: () => compatibleBatches(client), embed: () => embed })[key as 'batch' | 'embed']?.() as never;
}

/** Chat completions alone: the batch API has no raw ones. */
function compatibleBatches(client: Client): BatchClient {
  const { options, baseUrl, transport } = client;
  const secrets = secretsOf(options);
  const whole = { ...options, stream: false };
  // All refusals of a batch answer the dialect that it was written in, also after the first of them was learned from.
  let used = client.dialect;
  const fail = (body: string) => classifyResponse({ where: shownUrl(baseUrl), secrets, status: 200, headers: {}, body });
  return createOpenAiBatches({
    connection: { baseUrl, transport, secrets, headers: requestHeaders(options) },
    endpoint: '/v1/chat/completions',
    bodyOf: async ({ output, messages }) => {
      used = client.dialect;
      return chatBody(requestFields(whole, output, used), messages).chunks();
    },
    read: async (body) => {
      const collector = createAnswerCollector(fail);
      collector.take(JSON.stringify(body));
      return withoutSecrets(collector.finish(), secrets);
    },
    learn(said) {
      const learned = learnDialect(said, used, client.dialect);
      client.dialect = learned ?? client.dialect;
      return learned !== undefined;
    },
  });
}

async function generate(client: Client, request: ModelRequest, signal: AbortSignal): Promise<Generation> {
  const tried: string[] = [];
  for (;;) {
    const used = client.dialect;
    tried.push(JSON.stringify(used));
    const answered = await attempt(client, request, { signal, dialect: used });
    if ('latencyMs' in answered) return answered;
    const learned = [400, 422].includes(answered.status) ? learnDialect(answered.body, used, client.dialect) : undefined;
    // A server that refuses both spellings must not send us in circles.
    if (learned === undefined || answered.error.kind !== 'invalid' || tried.includes(JSON.stringify(learned))) throw answered.error;
    client.dialect = learned;
  }
}

interface Refusal {
  readonly status: number;
  readonly body: string;
  readonly error: ModelError;
}

async function attempt(
  client: Client,
  request: ModelRequest,
  { signal, dialect }: { readonly signal: AbortSignal; readonly dialect: Dialect },
): Promise<Generation | Refusal> {
  const { options, transport } = client;
  const raw = options.raw ?? request.output.raw ?? false;
  const url = endpointUrl(client.baseUrl, raw ? 'completions' : 'chat/completions');
  const call = { where: shownUrl(url), signal, secrets: secretsOf(options) };
  const body = (raw ? completionBody : chatBody)(requestFields(options, request.output, dialect), request.messages);
  const startedMs = performance.now();
  const headers = {
    ...requestHeaders(options),
    'content-type': 'application/json',
    'content-length': String(body.byteLength),
    ...attemptHeader(request),
  };
  return send({ ...call, transport, url, headers, body: sendable(body) }, async (response) => {
    if (response.statusCode < 200 || response.statusCode > 299) return refusal(response, call);
    let firstTokenMs: number | undefined;
    const answer = await readAnswer({
      headers: response.headers,
      chunks: response.body,
      streamed: options.stream ?? true,
      maxBytes: options.maxAnswerBytes ?? MAX_ANSWER_BYTES,
      fail: (json) => classifyResponse({ ...call, status: 200, headers: response.headers, body: json }),
      onFirstText: () => (firstTokenMs = performance.now() - startedMs),
    });
    const made = { ...answer, latencyMs: performance.now() - startedMs, ...(firstTokenMs === undefined ? {} : { firstTokenMs }) };
    return withoutSecrets(made, call.secrets);
  });
}

async function refusal(
  response: Dispatcher.ResponseData,
  call: { readonly where: string; readonly secrets: readonly string[] },
): Promise<Refusal> {
  const body = await readStart(response.body);
  const status = response.statusCode;
  return { status, body, error: classifyResponse({ ...call, status, headers: response.headers, body }) };
}

/** A small body in one piece: each piece of a stream is a write of its own. */
function sendable(body: RequestBody): Iterable<Uint8Array> | Buffer {
  return body.byteLength <= WHOLE_BODY_BYTES ? Buffer.concat([...body.chunks()]) : body.chunks();
}

const attemptHeader = ({ attemptId }: ModelRequest) => (attemptId === undefined ? {} : { 'x-fathom-attempt': attemptId });

/** Headers of every request. The key goes nowhere else. */
export function requestHeaders({ apiKey, headers }: Pick<OpenAiCompatibleOptions, 'apiKey' | 'headers'>): Record<string, string> {
  return {
    accept: 'application/json, text/event-stream',
    ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    ...headers,
  };
}
