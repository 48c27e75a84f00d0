/** A real server on loopback that embeds words hashed into 64 numbers, and misbehaves as told. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request asks; `number` from 1. */
export interface EmbedRequest {
  readonly number: number;
  readonly input: readonly string[];
  readonly format: string | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** An answer in the place of the right one. */
export interface EmbedFault {
  readonly status?: number;
  readonly body: unknown;
  readonly retryAfter?: string;
}

export interface EmbeddingServer {
  readonly url: string;
  readonly requests: readonly EmbedRequest[];
  close(): Promise<void>;
}

const DIMENSIONS = 64;

/** Counts of words, hashed. */
export function bagOfWords(text: string): number[] {
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  for (const word of text.toLowerCase().match(/\w+/g) ?? [])
    vector[[...word].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) % DIMENSIONS, 7)]! += 1;
  return vector;
}

/** Starts it. `fault` may give another answer for a request. */
export async function startEmbeddingServer(
  fault: (request: EmbedRequest) => EmbedFault | undefined = () => undefined,
): Promise<EmbeddingServer> {
  const requests: EmbedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as { input: string[]; encoding_format?: string };
    const request = { number: requests.length + 1, input: body.input, format: body.encoding_format, headers: incoming.headers };
    requests.push(request);
    const other = incoming.url === '/v1/embeddings' ? fault(request) : { status: 404, body: { error: { message: 'no such page' } } };
    if (other?.retryAfter !== undefined) response.setHeader('retry-after', other.retryAfter);
    const json = other ? (typeof other.body === 'string' ? other.body : JSON.stringify(other.body)) : JSON.stringify(answer(request));
    response.writeHead(other?.status ?? 200, { 'content-type': 'application/json' }).end(json);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer({ input, format }: EmbedRequest) {
  const shown = (vector: readonly number[]) =>
    format === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector;
  // Last first: `index` alone says which text a vector belongs to.
  const data = input.map((text, index) => ({ index, embedding: shown(bagOfWords(text)) })).toReversed();
  return { data, usage: { prompt_tokens: input.reduce((sum, text) => sum + text.split(/\s+/).length, 0) } };
}
