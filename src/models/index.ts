export { parseModelName, type ModelName, type NamedProvider } from './model-name.ts';
export type { ModelOptions, OpenAiCompatibleOptions, ReasoningEffort } from './model-options.ts';
