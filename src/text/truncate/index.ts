export { keepEnds } from './keep-ends.ts';
export { keepWords } from './keep-words.ts';
export { type Kept, type ByteSpan } from './kept.ts';
