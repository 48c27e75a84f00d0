import { EN_CLAUSE_MARKS, EN_CLOSERS, EN_SENTENCE_MARKS } from './en.ts';
import { ZH_CLAUSE_MARKS, ZH_CLOSERS, ZH_SENTENCE_MARKS } from './zh.ts';

/** A set of characters of the basic plane, asked once per character of a text. */
export type MarkSet = (code: number) => boolean;

function markSet(marks: string): MarkSet {
  const codes = new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
  return (code) => codes.has(code);
}

/** Marks that can end a sentence in either language. */
export const isSentenceMark = markSet(EN_SENTENCE_MARKS + ZH_SENTENCE_MARKS);
/** Marks that end a Chinese sentence whatever stands around them. */
export const isZhSentenceMark = markSet(ZH_SENTENCE_MARKS);
/** Marks that can end a clause in either language. */
export const isClauseMark = markSet(EN_CLAUSE_MARKS + ZH_CLAUSE_MARKS);
/** Marks that end a Chinese clause. */
export const isZhClauseMark = markSet(ZH_CLAUSE_MARKS);
/** Quotes and brackets that close and never open. */
export const isCloser = markSet(EN_CLOSERS + ZH_CLOSERS);
