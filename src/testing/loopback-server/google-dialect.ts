import * as z from 'zod';
import type { JsonObject } from '../../core/index.ts';
import type { ApiDialect, WrittenAnswer } from './loopback-request.ts';
import { frame, textPieces } from './text-pieces.ts';

const content = z.looseObject({
  role: z.string().optional(),
  parts: z.array(z.looseObject({ text: z.string().optional(), inlineData: z.unknown().optional() })),
});
const schema = z.looseObject({
  contents: z.array(content),
  systemInstruction: content.optional(),
  generationConfig: z.looseObject({ maxOutputTokens: z.number().optional(), temperature: z.number().optional() }).optional(),
});

/** Google generateContent: as much of it as a question and an answer need. */
export const googleDialect: ApiDialect = {
  parse: (value, path) => {
    const body = schema.parse(value);
    const config = body.generationConfig;
    const system = body.systemInstruction === undefined ? [] : [{ ...body.systemInstruction, role: 'system' }];
    return {
      model: /models\/([^:]+):/.exec(path)?.[1] ?? '',
      stream: path.includes(':streamGenerateContent'),
      messages: [...system, ...body.contents].map(({ role, parts }) => ({
        from: role === 'model' ? 'assistant' : (role ?? 'user'),
        text: parts.map(({ text }) => text ?? '').join(''),
        images: parts.filter(({ inlineData }) => inlineData !== undefined).length,
      })),
      ...(config?.maxOutputTokens === undefined ? {} : { maxTokens: config.maxOutputTokens }),
      ...(config?.temperature === undefined ? {} : { temperature: config.temperature }),
    };
  },
  answer: (answer) => chunk(answer, [...thoughts(answer), { text: answer.text }], true),
  *events(answer) {
    for (const text of textPieces(answer.reasoning)) yield frame(chunk(answer, [{ text, thought: true }], false));
    for (const text of textPieces(answer.text)) yield frame(chunk(answer, [{ text }], false));
    yield frame(chunk(answer, [], true));
  },
  error: ({ status, message, type }) => ({ error: { code: status, message, status: type.toUpperCase() } }),
};

const thoughts = ({ reasoning }: WrittenAnswer): JsonObject[] => (reasoning === '' ? [] : [{ text: reasoning, thought: true }]);

function chunk({ model, finish, usage }: WrittenAnswer, parts: JsonObject[], last: boolean): JsonObject {
  const reason = { stop: 'STOP', length: 'MAX_TOKENS', refused: 'SAFETY' }[finish];
  const counted = usage && {
    promptTokenCount: usage.promptTokens,
    cachedContentTokenCount: usage.cachedTokens,
    candidatesTokenCount: usage.completionTokens - usage.reasoningTokens,
    thoughtsTokenCount: usage.reasoningTokens,
    totalTokenCount: usage.promptTokens + usage.completionTokens,
  };
  return {
    modelVersion: model,
    candidates: [{ index: 0, content: { role: 'model', parts }, ...(last ? { finishReason: reason } : {}) }],
    ...(last && counted ? { usageMetadata: counted } : {}),
  };
}
