import * as z from 'zod';
import type { JsonObject } from '../../core/index.ts';
import type { ApiDialect, WrittenAnswer } from './loopback-request.ts';
import { openAiError } from './openai-dialect.ts';
import { frame, textPieces } from './text-pieces.ts';

const part = z.looseObject({ type: z.string(), text: z.string().optional() });
const schema = z.looseObject({
  model: z.string(),
  input: z.array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(part)]) })),
  stream: z.boolean().nullish(),
  max_output_tokens: z.number().nullish(),
  temperature: z.number().nullish(),
});

/** OpenAI responses: as much of it as a question and an answer need. */
export const responsesDialect: ApiDialect = {
  parse: (value) => {
    const body = schema.parse(value);
    return {
      model: body.model,
      stream: body.stream ?? false,
      messages: body.input.map(({ role, content }) => ({
        from: role === 'developer' ? 'system' : role,
        text: typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join(''),
        images: typeof content === 'string' ? 0 : content.filter(({ type }) => type === 'input_image').length,
      })),
      ...(body.max_output_tokens == null ? {} : { maxTokens: body.max_output_tokens }),
      ...(body.temperature == null ? {} : { temperature: body.temperature }),
    };
  },
  answer: (answer) => ({ ...response(answer), output: [...reasoningItems(answer), messageItem(answer)] }),
  *events(answer) {
    const event = (type: string, rest: JsonObject) => frame({ type, ...rest }, type);
    yield event('response.created', { response: response({ ...answer, finish: 'stop' }) });
    if (answer.reasoning !== '') {
      yield event('response.output_item.added', { output_index: 0, item: { type: 'reasoning', id: 'rs_1' } });
      yield event('response.reasoning_summary_part.added', { item_id: 'rs_1', output_index: 0, summary_index: 0 });
      for (const delta of textPieces(answer.reasoning)) {
        yield event('response.reasoning_summary_text.delta', { item_id: 'rs_1', output_index: 0, summary_index: 0, delta });
      }
      yield event('response.reasoning_summary_part.done', { item_id: 'rs_1', output_index: 0, summary_index: 0 });
      yield event('response.output_item.done', { output_index: 0, item: reasoningItems(answer)[0]! });
    }
    yield event('response.output_item.added', { output_index: 1, item: { type: 'message', id: 'msg_1' } });
    for (const delta of textPieces(answer.text)) yield event('response.output_text.delta', { item_id: 'msg_1', output_index: 1, delta });
    yield event('response.output_item.done', { output_index: 1, item: messageItem(answer) });
    yield event(answer.finish === 'stop' ? 'response.completed' : 'response.incomplete', { response: response(answer) });
  },
  error: openAiError,
  streamError: ({ code, message }) => ({ type: 'error', sequence_number: 1, code: code ?? null, message, param: null }),
};

const messageItem = ({ text }: WrittenAnswer): JsonObject => ({
  type: 'message',
  role: 'assistant',
  id: 'msg_1',
  content: [{ type: 'output_text', text, annotations: [], logprobs: [] }],
});

const reasoningItems = ({ reasoning }: WrittenAnswer): JsonObject[] =>
  reasoning === '' ? [] : [{ type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: reasoning }] }];

function response({ id, model, finish, usage }: WrittenAnswer): JsonObject {
  const reason = { stop: null, length: 'max_output_tokens', refused: 'content_filter' }[finish];
  return {
    id,
    object: 'response',
    created_at: 0,
    model,
    output: [],
    incomplete_details: reason === null ? null : { reason },
    ...(usage === undefined
      ? {}
      : {
          usage: {
            input_tokens: usage.promptTokens,
            input_tokens_details: { cached_tokens: usage.cachedTokens },
            output_tokens: usage.completionTokens,
            output_tokens_details: { reasoning_tokens: usage.reasoningTokens },
            total_tokens: usage.promptTokens + usage.completionTokens,
          },
        }),
  };
}
