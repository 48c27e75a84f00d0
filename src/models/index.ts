export { parseModelName, type ModelName, type NamedProvider } from './model-name.ts';
export { REASONING_EFFORTS, thinkingTokens } from './thinking-tokens.ts';
export { thinksByDefault } from './thinks-by-default.ts';
export type { ModelOptions, OpenAiCompatibleOptions, ReasoningEffort } from './model-options.ts';
