import * as z from 'zod';
import type { JsonObject } from '../../core/index.ts';
import type { ApiDialect, LoopbackUsage, ParsedBody, WrittenAnswer, WrittenError } from './loopback-request.ts';
import { frame, textPieces } from './text-pieces.ts';

const part = z.looseObject({ type: z.string(), text: z.string().optional() });
const common = {
  model: z.string(),
  stream: z.boolean().nullish(),
  max_tokens: z.number().nullish(),
  max_completion_tokens: z.number().nullish(),
  temperature: z.number().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
};
const chatSchema = z.looseObject({
  ...common,
  messages: z.array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(part)]) })),
});
const completionSchema = z.looseObject({ ...common, prompt: z.string() });

/** OpenAI chat completions. */
export const chatDialect: ApiDialect = {
  parse: (value) => {
    const body = chatSchema.parse(value);
    const messages = body.messages.map(({ role, content }) => ({
      from: role,
      text: typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join(''),
      images: typeof content === 'string' ? 0 : content.filter(({ type }) => type === 'image_url').length,
    }));
    return { messages, ...settings(body) };
  },
  answer: (answer) => ({
    ...envelope(answer, 'chat.completion'),
    choices: [
      { index: 0, finish_reason: finishReason(answer), message: { role: 'assistant', content: answer.text, ...reasoningOf(answer) } },
    ],
    ...usageOf(answer.usage),
  }),
  *events(answer) {
    const chunk = (delta: JsonObject, finish: string | null = null) =>
      frame({ ...envelope(answer, 'chat.completion.chunk'), choices: [{ index: 0, delta, finish_reason: finish }] });
    yield chunk({ role: 'assistant', content: '' });
    for (const piece of textPieces(answer.reasoning)) yield chunk({ reasoning_content: piece });
    for (const piece of textPieces(answer.text)) yield chunk({ content: piece });
    yield chunk({}, finishReason(answer));
    if (answer.usage) yield frame({ ...envelope(answer, 'chat.completion.chunk'), choices: [], ...usageOf(answer.usage) });
    yield frame('[DONE]');
  },
  error: openAiError,
};

/** OpenAI text completions. */
export const completionsDialect: ApiDialect = {
  parse: (value) => {
    const body = completionSchema.parse(value);
    return { messages: [{ from: 'user', text: body.prompt, images: 0 }], ...settings(body) };
  },
  answer: (answer) => ({
    ...envelope(answer, 'text_completion'),
    choices: [{ index: 0, finish_reason: finishReason(answer), text: answer.text }],
    ...usageOf(answer.usage),
  }),
  *events(answer) {
    const chunk = (text: string, finish: string | null = null) =>
      frame({ ...envelope(answer, 'text_completion'), choices: [{ index: 0, text, finish_reason: finish }] });
    for (const piece of textPieces(answer.text)) yield chunk(piece);
    yield chunk('', finishReason(answer));
    if (answer.usage) yield frame({ ...envelope(answer, 'text_completion'), choices: [], ...usageOf(answer.usage) });
    yield frame('[DONE]');
  },
  error: openAiError,
};

/** OpenAI's error object. */
export function openAiError({ message, type, code, param }: WrittenError): JsonObject {
  return { error: { message, type, code: code ?? null, param: param ?? null } };
}

function settings(body: z.infer<typeof completionSchema> | z.infer<typeof chatSchema>): Omit<ParsedBody, 'messages'> {
  const maxTokens = body.max_completion_tokens ?? body.max_tokens;
  return {
    model: body.model,
    stream: body.stream ?? false,
    ...(maxTokens == null ? {} : { maxTokens }),
    ...(body.temperature == null ? {} : { temperature: body.temperature }),
  };
}

const envelope = ({ id, model }: WrittenAnswer, object: string): JsonObject => ({ id, object, created: 0, model });

const reasoningOf = ({ reasoning }: WrittenAnswer): JsonObject => (reasoning === '' ? {} : { reasoning_content: reasoning });

const finishReason = ({ finish }: WrittenAnswer): string => (finish === 'refused' ? 'content_filter' : finish);

function usageOf(usage: LoopbackUsage | undefined): JsonObject {
  if (usage === undefined) return {};
  const { promptTokens, cachedTokens, completionTokens, reasoningTokens } = usage;
  return {
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
      prompt_tokens_details: { cached_tokens: cachedTokens },
      completion_tokens_details: { reasoning_tokens: reasoningTokens },
    },
  };
}
