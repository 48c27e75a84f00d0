export { createOpenAi, type OpenAiOptions } from './create-openai.ts';
