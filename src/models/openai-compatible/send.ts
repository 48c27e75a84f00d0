import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { classifyFailure, type FailedCall } from '../http/classify-failure.ts';
import type { Transport } from '../http/transport.ts';
import type { RequestBody } from './request-body.ts';

/** One HTTP call. */
export interface Sending extends FailedCall {
  readonly transport: Transport;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: GET. */
  readonly body?: RequestBody;
}

/** Sends a request and hands its response to `read`; every trouble on the way is a ModelError (or our own error from the body's source). */
export async function send<T>(call: Sending, read: (response: Dispatcher.ResponseData) => Promise<T>): Promise<T> {
  let bodyError: unknown;
  try {
    const { undici, dispatcher } = await call.transport.open();
    call.signal.throwIfAborted();
    const body = call.body === undefined ? null : watched(call.body.chunks(), (error) => (bodyError ??= error));
    const response = await undici.request(call.url, {
      dispatcher,
      method: body === null ? 'GET' : 'POST',
      headers: { ...call.headers, ...(call.body === undefined ? {} : { 'content-length': String(call.body.byteLength) }) },
      // undici sends any iterable and waits for the socket between its chunks; its types name streams alone.
      body: body as unknown as Readable | null,
      signal: call.signal,
    });
    return await readAndRelease(response, read);
  } catch (thrown) {
    if (bodyError !== undefined && !call.signal.aborted) throw bodyError;
    throw classifyFailure(thrown, call);
  }
}

/** The start of a response's text, for error messages. */
export async function readStart(response: Dispatcher.ResponseData, maxBytes = 64 * 1024): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > maxBytes) break;
  }
  return text.slice(0, maxBytes);
}

/** An error in the prompt's source (a document that is gone) must not look like trouble of the network. */
function* watched(chunks: Generator<Uint8Array, void>, onError: (error: unknown) => void): Generator<Uint8Array, void> {
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
