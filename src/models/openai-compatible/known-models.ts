import * as z from 'zod';
import { ModelError } from '../../core/index.ts';
import { endpointUrl, parseBaseUrl, shownUrl } from '../http/base-url.ts';
import { classifyResponse } from '../http/classify-response.ts';
import { send } from '../http/send.ts';
import { createTransport, type TransportOptions } from '../http/transport.ts';
import { readStart } from '../http/response-body.ts';
import { secretsOf } from '../http/secrets.ts';
import { requestHeaders } from './create-openai-compatible.ts';

const MAX_LIST_CHARACTERS = 4 * 1024 * 1024;
const tokens = z.number().int().positive().nullish().catch(undefined);
const listSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      // vLLM and SGLang; OpenRouter; Mistral; Groq; llama.cpp: each has its own word.
      max_model_len: tokens,
      context_length: tokens,
      max_context_length: tokens,
      context_window: tokens,
      meta: z.looseObject({ n_ctx: tokens }).nullish().catch(undefined),
      max_completion_tokens: tokens,
      top_provider: z.looseObject({ context_length: tokens, max_completion_tokens: tokens }).nullish().catch(undefined),
    }),
  ),
});

/** A model as its server lists it. Windows are claims: what a server takes is another matter. */
export interface KnownModel {
  readonly id: string;
  /** Size of the window in the provider's tokens. */
  readonly contextTokens?: number;
  /** The longest answer in the provider's tokens. */
  readonly answerTokens?: number;
}

/** Where to ask. */
export interface KnownModelsOptions extends TransportOptions {
  readonly baseUrl: string;
  readonly apiKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Names of the models that a server offers (`GET /models`), in its order: for a friendly error about an unknown one. Throws ModelError. */
export async function knownModels(options: KnownModelsOptions): Promise<readonly string[]> {
  return (await listModels(options)).map(({ id }) => id);
}

/** The models that a server offers, with the windows that it claims for them. Throws ModelError. */
export async function listModels(options: KnownModelsOptions): Promise<readonly KnownModel[]> {
  const baseUrl = parseBaseUrl(options.baseUrl);
  const transport = createTransport(baseUrl, options);
  const url = endpointUrl(baseUrl, 'models');
  const call = { where: shownUrl(url), signal: options.signal ?? new AbortController().signal, secrets: secretsOf(options) };
  try {
    return await send({ ...call, transport, url, headers: requestHeaders(options) }, async (response) => {
      const body = await readStart(response.body, MAX_LIST_CHARACTERS);
      if (response.statusCode !== 200) throw classifyResponse({ ...call, status: response.statusCode, headers: response.headers, body });
      return readModels(body, call.where);
    });
  } finally {
    await transport.close();
  }
}

function readModels(body: string, where: string): KnownModel[] {
  try {
    return listSchema.parse(JSON.parse(body)).data.map((model) => {
      const { max_model_len, context_length, max_context_length, context_window, meta, max_completion_tokens, top_provider } = model;
      const contextTokens =
        max_model_len ?? top_provider?.context_length ?? context_length ?? max_context_length ?? context_window ?? meta?.n_ctx;
      const answerTokens = max_completion_tokens ?? top_provider?.max_completion_tokens;
      return { id: model.id, ...(contextTokens != null && { contextTokens }), ...(answerTokens != null && { answerTokens }) };
    });
  } catch {
    throw new ModelError('protocol', `${where} did not answer with a list of models`);
  }
}
