import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { classifyFailure, type FailedCall } from './classify-failure.ts';
import type { Transport } from './transport.ts';

/** One HTTP call. */
export interface HttpCall extends FailedCall {
  readonly transport: Transport;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes to POST, made while they are sent, or the whole as text or bytes. Absent: GET. `content-length` is the caller's. */
  readonly body?: Iterable<Uint8Array> | Buffer | string;
}

/** Sends a request and hands its response to `read`; every trouble on the way is a ModelError (or our own error from the body's source). */
export async function send<T>(call: HttpCall, read: (response: Dispatcher.ResponseData) => Promise<T>): Promise<T> {
  let bodyError: unknown;
  try {
    const { undici, dispatcher } = await call.transport.open();
    call.signal.throwIfAborted();
    const body = isWhole(call.body) ? (call.body ?? null) : watched(call.body, (error) => (bodyError ??= error));
    const response = await undici.request(call.url, {
      dispatcher,
      method: body === null ? 'GET' : 'POST',
      headers: call.headers,
      // undici sends any iterable and waits for the socket between its chunks; its types name streams alone.
      body: body as string | Buffer | Readable | null,
      signal: call.signal,
      // Here too: behind a forwarding proxy undici uses connections of its own, which would give up after 300 s.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    return await readAndRelease(response, read);
  } catch (thrown) {
    if (bodyError !== undefined && !call.signal.aborted) throw bodyError;
    throw classifyFailure(thrown, call);
  }
}

const isWhole = (body: HttpCall['body']): body is Buffer | string | undefined => typeof body !== 'object' || Buffer.isBuffer(body);

/** An error in the prompt's source (a document that is gone) must not look like trouble of the network. */
function* watched(chunks: Iterable<Uint8Array>, onError: (error: unknown) => void): Generator<Uint8Array, void> {
  try {
    yield* chunks;
  } catch (error) {
    onError(error);
    throw error;
  }
}

async function readAndRelease<T>(response: Dispatcher.ResponseData, read: (response: Dispatcher.ResponseData) => Promise<T>): Promise<T> {
  try {
    return await read(response);
  } catch (error) {
    // Without an error handler a destroyed body would end the process.
    response.body.on('error', () => {}).destroy();
    throw error;
  }
}
