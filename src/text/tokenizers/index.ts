export { DEFAULT_TOKENIZER, TOKENIZER_NAMES, loadTokenizer } from './load-tokenizer.ts';
