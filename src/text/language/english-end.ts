import { isDigit, isLineBreak, isLowerAt, isWhite } from './characters.ts';
import { ABBREVIATIONS_ANYWHERE, ABBREVIATIONS_BEFORE_NUMBER, ABBREVIATIONS_INSIDE, SENTENCE_STARTERS } from './en.ts';
import { isListNumber } from './list-number.ts';
import { isClauseMark, isCloser, isSentenceMark } from './mark-sets.ts';
import type { MarkRun } from './mark-run.ts';

/** `end`: a sentence ends here · `weak`: it goes on, but a clause ends (`“At once?” said she`) · `none`: no boundary. */
export type Verdict = 'end' | 'weak' | 'none';

const LONGEST_ABBREVIATION = 12;
const LETTER_OR_DOT = /[\p{L}.]/u;
const NEXT_WORD = /[^\p{L}\p{N}]*([\p{L}\p{N}]*)/uy;
const ROMAN_OR_NUMBER = /^(?:\d|[IVXLCDM]+$)/;

/** Judges a run of marks by the rules of English. `sentenceFrom`: where the current sentence began. */
export function judgeEnglish(text: string, run: MarkRun, sentenceFrom: number): Verdict {
  if (run.to < text.length && !isWhite(text.charCodeAt(run.to))) return 'none';
  if (isSingleDot(text, run) && isAbbreviation(text, run, sentenceFrom)) return 'none';
  const next = nextInk(text, run.to);
  if (next === undefined) return 'end';
  const code = text.charCodeAt(next);
  if (isSentenceMark(code) || isClauseMark(code) || isCloser(code)) return 'none';
  return isLowerAt(text, next) ? 'weak' : 'end';
}

function isSingleDot(text: string, run: MarkRun): boolean {
  return run.marksTo === run.from + 1 && text.charCodeAt(run.from) === 46;
}

// undefined: nothing but white space up to the end of the paragraph.
function nextInk(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) return undefined;
    if (!isWhite(code)) return at;
  }
  return undefined;
}

function isAbbreviation(text: string, run: MarkRun, sentenceFrom: number): boolean {
  if (isListNumber(text, sentenceFrom, run.from)) return true;
  const word = wordBefore(text, run.from, sentenceFrom);
  const lower = word.toLowerCase();
  if (ABBREVIATIONS_INSIDE.has(lower)) return true;
  const next = nextWord(text, run.to);
  if (ABBREVIATIONS_BEFORE_NUMBER.has(lower)) return lower === 'no' ? isDigit(next.charCodeAt(0)) : ROMAN_OR_NUMBER.test(next);
  if (isInitial(word)) return !endsAfterInitial(text, run, { sentenceFrom, next });
  if (ABBREVIATIONS_ANYWHERE.has(lower) || isInitials(word)) return next !== '' && !startsSentence(next);
  return false;
}

// A word longer than every abbreviation is none, so the walk back is bounded and the whole scan stays linear.
function wordBefore(text: string, to: number, sentenceFrom: number): string {
  let from = to;
  while (from > sentenceFrom && to - from <= LONGEST_ABBREVIATION && LETTER_OR_DOT.test(text[from - 1]!)) from--;
  return to - from > LONGEST_ABBREVIATION ? '' : text.slice(from, to);
}

function nextWord(text: string, from: number): string {
  NEXT_WORD.lastIndex = 0;
  return NEXT_WORD.exec(text.slice(from, from + 40))?.[1] ?? '';
}

function isInitial(word: string): boolean {
  return word.length === 1 && /\p{Lu}/u.test(word);
}

function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
}

// `A. The first choice` is a label; `vitamin C. The` and `it was I. Natásha` are ends; `J. R. Smith` is a name.
function endsAfterInitial(text: string, run: MarkRun, at: { readonly sentenceFrom: number; readonly next: string }): boolean {
  if (at.sentenceFrom === run.from - 1) return false;
  return startsSentence(at.next) || (text[run.from - 1] === 'I' && isPronoun(text, run.from - 1));
}

// “It was I. Natásha knew.” and not “King George I. reigned”: the pronoun follows a word in lower case.
function isPronoun(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 32 && isLowerAt(text, at - 2);
}

function startsSentence(word: string): boolean {
  return /^\p{Lu}/u.test(word) && SENTENCE_STARTERS.has(word.toLowerCase());
}
