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
const listSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

/** Where to ask. */
export interface KnownModelsOptions extends TransportOptions {
  readonly baseUrl: string;
  readonly apiKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Names of the models that a server offers (`GET /models`), in its order: for a friendly error about an unknown one. Throws ModelError. */
export async function knownModels(options: KnownModelsOptions): Promise<readonly string[]> {
  const baseUrl = parseBaseUrl(options.baseUrl);
  const transport = createTransport(baseUrl, options);
  const url = endpointUrl(baseUrl, 'models');
  const call = { where: shownUrl(url), signal: options.signal ?? new AbortController().signal, secrets: secretsOf(options) };
  try {
    return await send({ ...call, transport, url, headers: requestHeaders(options) }, async (response) => {
      const body = await readStart(response.body, MAX_LIST_CHARACTERS);
      if (response.statusCode !== 200) throw classifyResponse({ ...call, status: response.statusCode, headers: response.headers, body });
      return modelNames(body, call.where);
    });
  } finally {
    await transport.close();
  }
}

function modelNames(body: string, where: string): string[] {
  try {
    return listSchema.parse(JSON.parse(body)).data.map(({ id }) => id);
  } catch {
    throw new ModelError('protocol', `${where} did not answer with a list of models`);
  }
}
