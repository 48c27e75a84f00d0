import type { LanguageModelV4, LanguageModelV4CallOptions, SharedV4ProviderOptions } from '@ai-sdk/provider';
import {
  FathomError,
  ModelError,
  type BatchClient,
  type Capability,
  type Generation,
  type Model,
  type ModelRequest,
} from '../../core/index.ts';
import type { FailedCall } from '../http/classify-failure.ts';
import { parseBaseUrl, shownUrl } from '../http/base-url.ts';
import { refusesField } from '../http/refused-field.ts';
import { withoutSecrets } from '../http/hide-secrets.ts';
import { secretsOf } from '../http/secrets.ts';
import { createTransport, type Transport } from '../http/transport.ts';
import type { ModelOptions } from '../model-options.ts';
import { thinkingTokens } from '../thinking-tokens.ts';
import { streamedAnswer, wholeAnswer, type SdkAnswer, type UsageReader } from './sdk-answer.ts';
import { answeringFetch, captureBody, capturingFetch, readBody } from './sdk-batch.ts';
import { classifySdkError } from './sdk-error.ts';
import { createSdkFetch } from './sdk-fetch.ts';
import { sdkPrompt } from './sdk-prompt.ts';

/** What the provider that takes marks takes of them in a request. */
const MOST_CACHE_MARKS = 4;

/** What an SDK needs to reach its API. */
export interface SdkConnection {
  readonly baseURL: string;
  readonly apiKey: string;
  readonly headers: Record<string, string>;
  readonly fetch: typeof fetch;
}

/** What is special about one provider. */
export interface SdkProvider {
  readonly defaultBaseUrl: string;
  /** The environment variable that people keep the key in, for the message when there is none. It is not read here. */
  readonly keyVariable: string;
  /** Loads the SDK and makes its model. */
  readonly load: (connection: SdkConnection) => Promise<LanguageModelV4>;
  readonly providerOptions: (request: ModelRequest) => SharedV4ProviderOptions;
  readonly readUsage: UsageReader;
  /** Options that mark the end of a cached prefix, for providers that want it marked. */
  readonly cacheMark?: SharedV4ProviderOptions;
  /** True where the SDK itself adds the reasoning budget to the answer's limit. */
  readonly addsBudget?: true;
  /** The provider's batch endpoint, where it has one. */
  readonly batch?: (kit: SdkBatchKit) => BatchClient;
}

/** What a batch endpoint needs of an SDK: its words, without its sending. */
export interface SdkBatchKit {
  readonly baseUrl: URL;
  readonly transport: Transport;
  readonly secrets: readonly string[];
  readonly apiKey: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of a request in one piece, as text. */
  bodyOf(request: ModelRequest): Promise<string>;
  /** Reads the body of an answer. Throws ModelError. */
  read(body: unknown): Promise<SdkAnswer>;
  /** Leaves out the temperature from now on, when a refusal says so; true: asking again makes sense. */
  learn(refusal: string): boolean;
}

/**
 * A model behind a provider's SDK, called through the SDK's own `doStream` or `doGenerate`, which do not retry. Temperature is 0 unless the
 * output says otherwise; it is left out for models known to refuse it, and after a refusal, which costs one immediate second sending.
 * Throws FathomError `missing` when there is no key for the provider's own address, `misuse` for a bad URL.
 */
export function createAiSdkModel(options: ModelOptions, provider: SdkProvider): Model {
  const baseUrl = parseBaseUrl(options.baseUrl ?? provider.defaultBaseUrl);
  const transport = createTransport(baseUrl, options);
  const secrets = secretsOf(options);
  let loaded: Promise<LanguageModelV4> | undefined;
  const client: SdkClient = {
    options,
    provider,
    secrets,
    where: shownUrl(baseUrl),
    takesTemperature: true,
    model: () => (loaded ??= provider.load({ ...connection(options, provider), fetch: createSdkFetch(transport, secrets) })),
  };
  // A missing key is found before anything is sent.
  connection(options, provider);
  return {
    id: options.id,
    ...(provider.cacheMark === undefined ? {} : { cacheMarks: MOST_CACHE_MARKS }),
    capabilities: new Set<Capability>(['generate', 'images', ...(provider.batch ? (['batch'] as const) : [])]),
    ...(options.contextTokens === undefined ? {} : { contextTokens: options.contextTokens }),
    ...(options.overheadTokens === undefined ? {} : { overheadTokens: options.overheadTokens }),
    thinkingTokens: thinkingTokens(options),
    generate: (request, { signal }) => generate(client, request, signal),
    extension: (key) => (key === 'batch' ? provider.batch?.(batchKit(client, { baseUrl, transport })) : undefined) as never,
    close: () => transport.close(),
  };
}

interface SdkClient {
  readonly options: ModelOptions;
  readonly provider: SdkProvider;
  readonly secrets: readonly string[];
  readonly where: string;
  readonly model: () => Promise<LanguageModelV4>;
  takesTemperature: boolean;
}

function batchKit(client: SdkClient, { baseUrl, transport }: Pick<SdkBatchKit, 'baseUrl' | 'transport'>): SdkBatchKit {
  const { options, provider, secrets } = client;
  const { apiKey, headers, ...rest } = connection(options, provider);
  const load = (fetch: SdkConnection['fetch']) => provider.load({ apiKey, headers, ...rest, fetch });
  const call: FailedCall = { where: client.where, secrets, signal: new AbortController().signal };
  const classified = async <T>(work: () => Promise<T>) => {
    try {
      return await work();
    } catch (thrown) {
      throw classifySdkError(thrown, call);
    }
  };
  let capturing: Promise<LanguageModelV4> | undefined;
  return {
    baseUrl,
    transport,
    secrets,
    apiKey,
    headers,
    bodyOf: (request) =>
      classified(async () => {
        const made = sdkCallOptions(client, request, { signal: call.signal, temperature: client.takesTemperature });
        return captureBody(await (capturing ??= load(capturingFetch)), made);
      }),
    read: (body) => classified(async () => readBody(await load(answeringFetch(body)), provider.readUsage)),
    learn(refusal) {
      const learned = refusesField(refusal, 'temperature');
      if (learned) client.takesTemperature = false;
      return learned;
    },
  };
}

function connection({ id, baseUrl, apiKey, headers }: ModelOptions, provider: SdkProvider): Omit<SdkConnection, 'fetch'> {
  if (apiKey === undefined && baseUrl === undefined) {
    throw new FathomError('missing', `There is no key for ${id}`, { fix: `Set ${provider.keyVariable}` });
  }
  // Without a value the SDKs would read the environment by themselves.
  return { baseURL: (baseUrl ?? provider.defaultBaseUrl).replace(/\/+$/, ''), apiKey: apiKey ?? 'none', headers: { ...headers } };
}

async function generate(client: SdkClient, request: ModelRequest, signal: AbortSignal): Promise<Generation> {
  const temperature = client.takesTemperature;
  try {
    return await attempt(client, request, { signal, temperature });
  } catch (error) {
    const refused = error instanceof ModelError && error.kind === 'invalid' && refusesField(error.message, 'temperature');
    if (!temperature || !refused) throw error;
    client.takesTemperature = false;
    return attempt(client, request, { signal, temperature: false });
  }
}

interface AttemptOptions {
  readonly signal: AbortSignal;
  readonly temperature: boolean;
}

async function attempt(client: SdkClient, request: ModelRequest, { signal, temperature }: AttemptOptions): Promise<Generation> {
  const { provider, options } = client;
  const call: FailedCall = { where: client.where, secrets: client.secrets, signal };
  if (request.output.raw)
    throw new ModelError('invalid', `${options.id} answers chats alone; raw completions need an OpenAI-compatible server`);
  try {
    signal.throwIfAborted();
    const model = await client.model();
    const callOptions = sdkCallOptions(client, request, { signal, temperature });
    const startedMs = performance.now();
    let firstTokenMs: number | undefined;
    const onFirstText = () => (firstTokenMs = performance.now() - startedMs);
    const answer: SdkAnswer =
      options.stream === false
        ? wholeAnswer(await model.doGenerate(callOptions), provider.readUsage)
        : await streamedAnswer((await model.doStream(callOptions)).stream, provider.readUsage, { onFirstText });
    const made = { ...answer, latencyMs: performance.now() - startedMs, ...(firstTokenMs === undefined ? {} : { firstTokenMs }) };
    return withoutSecrets(made, call.secrets);
  } catch (thrown) {
    throw classifySdkError(thrown, call);
  }
}

function sdkCallOptions(client: SdkClient, request: ModelRequest, { signal, temperature }: AttemptOptions): LanguageModelV4CallOptions {
  const { provider, options } = client;
  const { output, attemptId } = request;
  return {
    prompt: sdkPrompt(request.messages, provider.cacheMark),
    maxOutputTokens: output.maxTokens + thinkingTokens(options) - (provider.addsBudget ? (options.reasoningBudget ?? 0) : 0),
    ...(temperature ? { temperature: output.temperature ?? 0 } : {}),
    ...(output.stop === undefined || output.stop.length === 0 ? {} : { stopSequences: [...output.stop] }),
    ...(output.schema === undefined ? {} : { responseFormat: jsonFormat(output.schema) }),
    ...(options.reasoningEffort === undefined ? {} : { reasoning: options.reasoningEffort }),
    providerOptions: provider.providerOptions(request),
    headers: attemptId === undefined ? {} : { 'x-fathom-attempt': attemptId },
    abortSignal: signal,
  };
}

type JsonFormat = NonNullable<LanguageModelV4CallOptions['responseFormat']>;

const jsonFormat = (schema: unknown): JsonFormat => ({ type: 'json', schema, name: 'answer' }) as JsonFormat;
