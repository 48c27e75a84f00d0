export { clauseEnds } from './clause-ends.ts';
export { detectLanguage } from './detect-language.ts';
export { isBoundarySafe } from './is-boundary-safe.ts';
export { sentenceEnds } from './sentence-ends.ts';
export { spansAt, splitSentences, type Span } from './split-sentences.ts';
