import { classifyFailure, type FailedCall } from '../http/classify-failure.ts';
import { classifyResponse } from '../http/classify-response.ts';
import { shownUrl } from '../http/base-url.ts';
import { headerValue } from '../http/retry-after.ts';
import { bounded, MAX_ANSWER_BYTES, mediaType, readStart, wrongContentType } from '../http/response-body.ts';
import { send } from '../http/send.ts';
import type { Transport } from '../http/transport.ts';

/**
 * A `fetch` for the SDKs on `undici.request`: no deadline for headers or body (the SDKs' default ends a long prefill after 300 s), our
 * proxy and certificates, answers bounded to 64 MiB. It throws ModelError by itself for every HTTP error, network trouble and wrong content
 * type, so that these are classified in one place for all providers; SDK errors would also hold on to the whole prompt.
 */
export function createSdkFetch(transport: Transport, secrets: readonly string[]): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const signal = init?.signal ?? new AbortController().signal;
    const call = { transport, url, where: shownUrl(url), signal, secrets };
    const headers = Object.fromEntries(new Headers(init?.headers));
    return send({ ...call, headers, body: typeof init?.body === 'string' ? init.body : '' }, async (response) => {
      const { statusCode: status, headers: received } = response;
      if (status < 200 || status > 299)
        throw classifyResponse({ ...call, status, headers: received, body: await readStart(response.body) });
      const type = mediaType(headerValue(received, 'content-type'));
      if (/html|xml/.test(type)) throw wrongContentType(type);
      const plain = Object.entries(received).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
      const body = classified(bounded(response.body, MAX_ANSWER_BYTES), call);
      return new Response(ReadableStream.from(body), { status, headers: Object.fromEntries(plain) });
    });
  };
}

/** Trouble after the headers, when the SDK is reading already. */
async function* classified(chunks: AsyncIterable<Uint8Array>, call: FailedCall): AsyncGenerator<Uint8Array, void> {
  try {
    yield* chunks;
  } catch (thrown) {
    throw classifyFailure(thrown, call);
  }
}
