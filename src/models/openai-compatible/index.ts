export { createOpenAiCompatible } from './create-openai-compatible.ts';
export { knownModels, type KnownModelsOptions } from './known-models.ts';
export type { OpenAiCompatibleOptions } from '../model-options.ts';
