import { bounded, mediaType, wrongContentType } from '../http/response-body.ts';
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
  const type = mediaType(headerValue(answer.headers, 'content-type'));
  if (/(^|\/|\+)json$/.test(type)) return readJson(answer);
  if (type === 'text/event-stream') return readStream(answer);
  if (type === '' || type === 'text/plain' || type === 'application/octet-stream')
    return answer.streamed ? readStream(answer) : readJson(answer);
  throw wrongContentType(type);
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
  for await (const chunk of bounded(answer.chunks, answer.maxBytes)) reader.push(chunk).forEach(take);
  reader.end().forEach(take);
  return collector.finish();
}

async function readJson(answer: AnswerToRead): Promise<CollectedAnswer> {
  const collector = createAnswerCollector(answer.fail);
  const decoder = new TextDecoder();
  let json = '';
  for await (const chunk of bounded(answer.chunks, answer.maxBytes)) json += decoder.decode(chunk, { stream: true });
  collector.take(json + decoder.decode());
  return collector.finish();
}
