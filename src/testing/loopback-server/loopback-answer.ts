import { createHash } from 'node:crypto';
import type { LoopbackOptions } from './loopback-options.ts';
import type { LoopbackAnswer, LoopbackRequest, ParsedBody, WrittenAnswer, WrittenError } from './loopback-request.ts';
import type { PrefixCache } from './prefix-cache.ts';

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

/** Cuts an answer at the request's token limit and counts its tokens. */
export function writeAnswer(
  said: string | LoopbackAnswer,
  request: LoopbackRequest,
  { options, cache }: { readonly options: LoopbackOptions; readonly cache: PrefixCache },
): WrittenAnswer {
  const answer: LoopbackAnswer = typeof said === 'string' ? { text: said } : said;
  const count = options.countTokens ?? quarterCount;
  const tokens = count(answer.text);
  const over = request.maxTokens !== undefined && tokens > request.maxTokens;
  const text = over ? answer.text.slice(0, Math.floor((answer.text.length * request.maxTokens) / tokens)) : answer.text;
  const reasoningTokens = count(answer.reasoning ?? '');
  const usage = {
    promptTokens: options.countsWhole ? count(promptText(request)) : request.promptTokens,
    cachedTokens: Math.min(
      request.promptTokens,
      Math.floor((cache.use(request.prompt) * request.promptTokens) / Math.max(1, request.prompt.length)),
    ),
    completionTokens: count(text) + reasoningTokens,
    reasoningTokens,
  };
  return {
    id: `loopback-${request.number}`,
    model: request.model,
    text,
    reasoning: answer.reasoning ?? '',
    finish: answer.finish ?? (over ? 'length' : 'stop'),
    ...(reportsUsage(request, options) ? { usage } : {}),
  };
}

/** Streams of the older OpenAI APIs carry counts only when `stream_options` asks for them. */
function reportsUsage({ api, stream, body }: LoopbackRequest, options: LoopbackOptions): boolean {
  if (options.usage === false) return false;
  if (!stream || (options.stream ?? true) === false || (api !== 'chat' && api !== 'completions')) return true;
  const asked = body['stream_options'];
  return typeof asked === 'object' && asked !== null && 'include_usage' in asked && asked.include_usage === true;
}
