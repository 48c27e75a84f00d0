import type { Json, OutputSpec } from '../../core/index.ts';
import type { OpenAiCompatibleOptions } from '../model-options.ts';
import { thinkingTokens } from '../thinking-tokens.ts';
import type { Dialect } from './dialect.ts';

/**
 * The fields of a request beside its prompt. Temperature is 0 unless the output says otherwise. `reasoningBudget` becomes
 * `thinking_budget`, as servers of Qwen-style models call it; others take theirs through `body`. The answer's limit grows by the room
 * for thinking, as these servers count all that is generated.
 */
export function requestFields(options: OpenAiCompatibleOptions, output: OutputSpec, dialect: Dialect): { readonly [name: string]: Json } {
  const stream = options.stream ?? true;
  return {
    model: options.model,
    [dialect.maxTokensField]: output.maxTokens + thinkingTokens(options),
    ...(dialect.temperature ? { temperature: output.temperature ?? 0 } : {}),
    ...(output.stop === undefined || output.stop.length === 0 ? {} : { stop: output.stop }),
    ...(output.schema === undefined
      ? {}
      : { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: output.schema } } }),
    ...(options.reasoningEffort === undefined ? {} : { reasoning_effort: options.reasoningEffort }),
    ...(options.reasoningBudget === undefined ? {} : { thinking_budget: options.reasoningBudget }),
    stream,
    ...(stream && dialect.streamOptions ? { stream_options: { include_usage: true } } : {}),
    ...options.body,
  };
}
