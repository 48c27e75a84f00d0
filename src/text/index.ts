export * from './documents/index.ts';
export * from './generated/index.ts';
export * from './haystack/index.ts';
export * from './language/index.ts';
export * from './pieces/index.ts';
export * from './search/index.ts';
export * from './tokenizers/index.ts';
export * from './truncate/index.ts';
export { removeThinking, type WithoutThinking } from './remove-thinking.ts';
