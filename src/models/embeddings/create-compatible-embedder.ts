import type { Dispatcher } from 'undici';
import { ModelError, type Embedder, type Embeddings, type JsonObject } from '../../core/index.ts';
import { endpointUrl, shownUrl } from '../http/base-url.ts';
import { classifyResponse } from '../http/classify-response.ts';
import { bounded, MAX_ANSWER_BYTES, mediaType, readStart, wrongContentType } from '../http/response-body.ts';
import { headerValue } from '../http/retry-after.ts';
import { send } from '../http/send.ts';
import type { Transport } from '../http/transport.ts';
import { readEmbeddings } from './read-embeddings.ts';

/** How an embeddings endpoint is reached. */
export interface EmbedderConnection {
  readonly baseUrl: URL;
  readonly transport: Transport;
  /** The server's name of the model. */
  readonly model: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Values that no message may hold. */
  readonly secrets: readonly string[];
  /** Extra fields of the request body (`dimensions`, `input_type`, …). */
  readonly body?: JsonObject;
}

/**
 * The embeddings endpoint of an OpenAI-compatible server. Vectors are asked for as base64, a third of the bytes of decimal numbers; a server that
 * refuses that field is asked again at once without it, and from then on. Either form of answer is read.
 */
export function createCompatibleEmbedder(connection: EmbedderConnection): Embedder {
  let asksBase64 = true;
  return {
    async embed(texts, { signal }) {
      const used = asksBase64;
      try {
        return await request(connection, { texts, signal, base64: used });
      } catch (error) {
        if (!used || !(error instanceof ModelError) || error.kind !== 'invalid' || !/encoding_format|base64/i.test(error.message))
          throw error;
        asksBase64 = false;
        return request(connection, { texts, signal, base64: false });
      }
    },
  };
}

interface EmbedRequest {
  readonly texts: readonly string[];
  readonly signal: AbortSignal;
  readonly base64: boolean;
}

async function request(connection: EmbedderConnection, { texts, signal, base64 }: EmbedRequest): Promise<Embeddings> {
  const { baseUrl, transport, secrets, model, body: extra } = connection;
  const url = endpointUrl(baseUrl, 'embeddings');
  const call = { where: shownUrl(url), signal, secrets };
  const input = texts.map((text) => text.toWellFormed());
  const body = Buffer.from(JSON.stringify({ model, input, ...(base64 && { encoding_format: 'base64' }), ...extra }));
  const headers = { ...connection.headers, 'content-type': 'application/json', 'content-length': String(body.length) };
  const startedMs = performance.now();
  return send({ ...call, transport, url, headers, body }, async (response) => {
    const answer = { status: response.statusCode, headers: response.headers };
    if (response.statusCode < 200 || response.statusCode > 299)
      throw classifyResponse({ ...call, ...answer, body: await readStart(response.body) });
    const json = await wholeBody(response);
    const read = readEmbeddings(json, texts.length);
    if ('error' in read) throw classifyResponse({ ...call, ...answer, body: json });
    return { ...read, latencyMs: performance.now() - startedMs };
  });
}

async function wholeBody({ headers, body }: Dispatcher.ResponseData): Promise<string> {
  const type = mediaType(headerValue(headers, 'content-type'));
  if (!/^$|(^|\/|\+)json$|^text\/plain$|octet-stream$/.test(type)) throw wrongContentType(type);
  const decoder = new TextDecoder();
  let json = '';
  for await (const chunk of bounded(body, MAX_ANSWER_BYTES)) json += decoder.decode(chunk, { stream: true });
  return json + decoder.decode();
}
