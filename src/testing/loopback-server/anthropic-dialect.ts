import * as z from 'zod';
import type { JsonObject } from '../../core/index.ts';
import type { ApiDialect, WrittenAnswer } from './loopback-request.ts';
import { frame, textPieces } from './text-pieces.ts';

const part = z.looseObject({ type: z.string(), text: z.string().optional(), cache_control: z.looseObject({ type: z.string() }).nullish() });
const content = z.union([z.string(), z.array(part)]);
const schema = z.looseObject({
  model: z.string(),
  system: content.nullish(),
  messages: z.array(z.looseObject({ role: z.string(), content })),
  stream: z.boolean().nullish(),
  max_tokens: z.number(),
  temperature: z.number().nullish(),
});

/** Anthropic messages: as much of it as a question and an answer need. This API always reports tokens. */
export const anthropicDialect: ApiDialect = {
  parse: (value) => {
    const body = schema.parse(value);
    const system = body.system == null ? [] : [{ role: 'system', content: body.system }];
    return {
      cacheMarks: markedPrefixes([...system, ...body.messages].map((message) => message.content)),
      model: body.model,
      stream: body.stream ?? false,
      messages: [...system, ...body.messages].map((message) => ({
        from: message.role,
        text: typeof message.content === 'string' ? message.content : message.content.map(({ text }) => text ?? '').join(''),
        images: typeof message.content === 'string' ? 0 : message.content.filter(({ type }) => type === 'image').length,
      })),
      maxTokens: body.max_tokens,
      ...(body.temperature == null ? {} : { temperature: body.temperature }),
    };
  },
  answer: (answer) => ({
    ...message(answer),
    content: [
      ...(answer.reasoning === '' ? [] : [{ type: 'thinking', thinking: answer.reasoning, signature: 's' }]),
      { type: 'text', text: answer.text },
    ],
    stop_reason: stopReason(answer),
    usage: { ...inputUsage(answer), ...outputUsage(answer) },
  }),
  *events(answer) {
    const event = (data: JsonObject & { type: string }) => frame(data, data.type);
    yield event({
      type: 'message_start',
      message: { ...message(answer), content: [], usage: { ...inputUsage(answer), output_tokens: 1 } },
    });
    if (answer.reasoning !== '') {
      yield event({ type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } });
      for (const thinking of textPieces(answer.reasoning)) {
        yield event({ type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking } });
      }
      yield event({ type: 'content_block_stop', index: 0 });
    }
    yield event({ type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } });
    for (const text of textPieces(answer.text)) yield event({ type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text } });
    yield event({ type: 'content_block_stop', index: 1 });
    const delta = { stop_reason: stopReason(answer), stop_sequence: null };
    yield event({ type: 'message_delta', delta, usage: outputUsage(answer) });
    yield event({ type: 'message_stop' });
  },
  error: ({ type, message: text }) => ({ type: 'error', error: { type, message: text } }),
};

/** Messages are joined with a line feed, as in the prompt that the server keeps. */
function markedPrefixes(contents: readonly z.infer<typeof content>[]): readonly number[] {
  const marks: number[] = [];
  let at = 0;
  for (const parts of contents) {
    for (const { text = '', cache_control: control } of typeof parts === 'string' ? [{ text: parts, cache_control: null }] : parts) {
      at += text.length;
      if (control) marks.push(at);
    }
    at += 1;
  }
  return marks;
}

const message = ({ id, model }: WrittenAnswer): JsonObject => ({ id, type: 'message', role: 'assistant', model });

const stopReason = ({ finish }: WrittenAnswer): string => ({ stop: 'end_turn', length: 'max_tokens', refused: 'refusal' })[finish];

function outputUsage({ usage }: WrittenAnswer): JsonObject {
  if (usage === undefined) return { output_tokens: 0 };
  return { output_tokens: usage.completionTokens, output_tokens_details: { thinking_tokens: usage.reasoningTokens } };
}

/** Anthropic counts what came from the cache and what was written to it apart from `input_tokens`. */
function inputUsage({ usage }: WrittenAnswer): JsonObject {
  if (usage === undefined) return { input_tokens: 0 };
  return {
    input_tokens: usage.promptTokens - usage.cachedTokens - usage.cacheWriteTokens,
    cache_read_input_tokens: usage.cachedTokens,
    cache_creation_input_tokens: usage.cacheWriteTokens,
  };
}
