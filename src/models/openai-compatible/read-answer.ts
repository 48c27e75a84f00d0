import { ModelError } from '../../core/index.ts';
import { headerValue, type ResponseHeaders } from '../http/retry-after.ts';
import { createAnswerCollector, type CollectedAnswer } from './collect-answer.ts';
import { createSseReader } from './sse.ts';

/** An answer to read. `fail` classifies an error object inside it. */
export interface AnswerToRead {
  readonly headers: ResponseHeaders;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Whether a stream was asked for; decides only where the server names no content type. */
  readonly streamed: boolean;
  readonly maxBytes: number;
  readonly fail: (errorJson: string) => Error;
  /** Called at the first text of a stream. */
  readonly onFirstText: () => void;
}

/** Reads a stream of events or one JSON answer, whichever the server chose to send. Throws ModelError `protocol` for anything else. */
export async function readAnswer(answer: AnswerToRead): Promise<CollectedAnswer> {
  const type = headerValue(answer.headers, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/(^|\/|\+)json$/.test(type)) return readJson(answer);
  if (type === 'text/event-stream') return readStream(answer);
  if (type === '' || type === 'text/plain' || type === 'application/octet-stream')
    return answer.streamed ? readStream(answer) : readJson(answer);
  throw new ModelError('protocol', `The server answered with ${JSON.stringify(type.slice(0, 80))} instead of JSON or an event stream`);
}

async function readStream(answer: AnswerToRead): Promise<CollectedAnswer> {
  const collector = createAnswerCollector(answer.fail);
  const reader = createSseReader();
  let spoke = false;
  const take = (json: string) => {
    if (!collector.take(json) || spoke) return;
    spoke = true;
    answer.onFirstText();
  };
  for await (const chunk of bounded(answer)) reader.push(chunk).forEach(take);
  reader.end().forEach(take);
  return collector.finish();
}

async function readJson(answer: AnswerToRead): Promise<CollectedAnswer> {
  const collector = createAnswerCollector(answer.fail);
  const decoder = new TextDecoder();
  let json = '';
  for await (const chunk of bounded(answer)) json += decoder.decode(chunk, { stream: true });
  collector.take(json + decoder.decode());
  return collector.finish();
}

async function* bounded({ chunks, maxBytes }: AnswerToRead): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new ModelError('protocol', `The answer is longer than ${maxBytes} bytes`);
    yield chunk;
  }
}
