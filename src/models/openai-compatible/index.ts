export { createOpenAiCompatible } from './create-openai-compatible.ts';
export { knownModels, listModels, type KnownModel, type KnownModelsOptions } from './known-models.ts';
export type { OpenAiCompatibleOptions } from '../model-options.ts';
