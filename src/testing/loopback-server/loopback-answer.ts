import { createHash } from 'node:crypto';
import type { LoopbackOptions } from './loopback-options.ts';
import type { LoopbackAnswer, LoopbackRequest, LoopbackUsage, ParsedBody, WrittenAnswer, WrittenError } from './loopback-request.ts';

/** Texts of all messages joined with a line feed. */
export const promptText = ({ messages }: ParsedBody): string => messages.map(({ text }) => text).join('\n');

/** SHA-256 in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Default token count: UTF-16 units divided by 4, rounded up. */
export const quarterCount = (text: string): number => Math.ceil(text.length / 4);

/** Applies the window: the prompt as the model sees it with its count, or the refusal. */
export function applyWindow(
  prompt: string,
  options: LoopbackOptions,
): { readonly prompt: string; readonly promptTokens: number } | WrittenError {
  const count = options.countTokens ?? quarterCount;
  const tokens = count(prompt);
  const limit = options.contextTokens ?? Number.POSITIVE_INFINITY;
  if (tokens <= limit) return { prompt, promptTokens: tokens };
  if (options.truncate !== undefined)
    return { prompt: cut(prompt, Math.floor((prompt.length * limit) / tokens), options.truncate), promptTokens: limit };
  return {
    status: 400,
    message: `The prompt of ${tokens} tokens exceeds the context length of ${limit} tokens`,
    type: 'invalid_request_error',
    code: 'context_length_exceeded',
  };
}

/** `middle` drops the middle, as servers that keep both ends do. */
function cut(text: string, characters: number, keep: 'head' | 'middle' | 'tail'): string {
  if (keep === 'head') return text.slice(0, characters);
  if (keep === 'tail') return text.slice(text.length - characters);
  const head = Math.ceil(characters / 2);
  return text.slice(0, head) + text.slice(text.length - (characters - head));
}

/** Cuts thinking and answer at the request's token limit, which they share, and counts their tokens. */
export function writeAnswer(
  said: string | LoopbackAnswer,
  request: LoopbackRequest,
  {
    options,
    cachedTokens,
    cacheWriteTokens,
  }: Pick<LoopbackUsage, 'cachedTokens' | 'cacheWriteTokens'> & { readonly options: LoopbackOptions },
): WrittenAnswer {
  const answer: LoopbackAnswer = typeof said === 'string' ? { text: said } : said;
  const count = options.countTokens ?? quarterCount;
  const limit = request.maxTokens ?? Number.POSITIVE_INFINITY;
  const reasoning = upTo(answer.reasoning ?? '', limit, count);
  const reasoningTokens = count(reasoning);
  const text = upTo(answer.text, Math.max(0, limit - reasoningTokens), count);
  const over = reasoning !== (answer.reasoning ?? '') || text !== answer.text;
  const usage = {
    promptTokens: options.countsWhole ? count(promptText(request)) : request.promptTokens,
    cachedTokens,
    cacheWriteTokens,
    completionTokens: count(text) + reasoningTokens,
    reasoningTokens,
  };
  return {
    id: `loopback-${request.number}`,
    model: request.model,
    text,
    reasoning,
    finish: answer.finish ?? (over ? 'length' : 'stop'),
    ...(reportsUsage(request, options) ? { usage } : {}),
  };
}

function upTo(text: string, limit: number, count: (text: string) => number): string {
  const tokens = count(text);
  return tokens <= limit ? text : text.slice(0, Math.floor((text.length * limit) / tokens));
}

/** Streams of the older OpenAI APIs carry counts only when `stream_options` asks for them. */
function reportsUsage({ api, stream, body }: LoopbackRequest, options: LoopbackOptions): boolean {
  if (options.usage === false) return false;
  if (!stream || (options.stream ?? true) === false || (api !== 'chat' && api !== 'completions')) return true;
  const asked = body['stream_options'];
  return typeof asked === 'object' && asked !== null && 'include_usage' in asked && asked.include_usage === true;
}
