import { ModelError } from '../../core/index.ts';

/** Longest answer that a model may send, in bytes: 64 MiB. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

const MAX_START_CHARACTERS = 64 * 1024;

/** Passes chunks on. Throws ModelError `protocol` past `maxBytes`. */
export async function* bounded(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new ModelError('protocol', `The answer is longer than ${maxBytes} bytes`);
    yield chunk;
  }
}

/** The start of a response's text, for error messages; the rest is not read. */
export async function readStart(chunks: AsyncIterable<Uint8Array>, maxCharacters = MAX_START_CHARACTERS): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxCharacters) break;
  }
  return text.slice(0, maxCharacters);
}

/** The media type of a content type, lower case, without parameters; empty when there is none. */
export const mediaType = (contentType: string | undefined): string => contentType?.split(';')[0]?.trim().toLowerCase() ?? '';

/** The error for an answer that is neither JSON nor a stream of events: a sign-in page, a proxy's page. */
export const wrongContentType = (type: string): ModelError =>
  new ModelError('protocol', `The server answered with ${JSON.stringify(type.slice(0, 80))} instead of JSON or an event stream`);
