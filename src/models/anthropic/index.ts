export { createAnthropic, type AnthropicOptions } from './create-anthropic.ts';
