import type { Mode } from './options.ts';
import type { LanguagePack } from './prompt-pack.ts';
import type { HaystackTaskName } from './suites.ts';

export interface QuestionParts {
  readonly question: string;
  readonly format: string;
}

/** A needle's question cut after the (first) question mark: question, and the format cue behind it. Joined they are the whole again. */
export function questionParts(whole: string): QuestionParts {
  const at = whole.search(/[?？]/);
  return at === -1 ? { question: whole, format: '' } : { question: whole.slice(0, at + 1), format: whole.slice(at + 1) };
}

/** The published code joins questions and sentences with this mark in both languages, whatever the wording. */
const PUBLISHED_JOIN = '、';

/**
 * The question for several needles: their questions joined, then one cue with the joined sentences to fill in (published: `parallel.py`).
 * Compat cuts at the first quote and full stop, as published, and joins with `、`; corrected mode knows apostrophes and joins as the pack says.
 */
export function joinedQuestion(wholes: readonly string[], { multi }: LanguagePack, mode: Mode): QuestionParts {
  const published = mode === 'compat';
  const questions = wholes.map((whole) => whole.split(multi.questionEnd)[0]! + multi.questionEnd);
  const formats = wholes.map((whole) => (published ? firstQuoted(whole, multi) : wholeQuoted(whole, multi)));
  const [questionJoin, formatJoin] = published ? [PUBLISHED_JOIN, PUBLISHED_JOIN] : [multi.questionJoin, multi.formatJoin];
  return { question: questions.join(questionJoin), format: multi.cue.replace('{formats}', () => formats.join(formatJoin)) };
}

type Multi = LanguagePack['multi'];

function firstQuoted(whole: string, { quote, quotedEnd }: Multi): string {
  const quoted = whole.split(quote)[1] ?? '';
  return quotedEnd === '' ? quoted : quoted.split(quotedEnd)[0]!;
}

/** What stands between the outermost quotes of the cue, without the end mark. A quote between two Latin letters is an apostrophe. */
function wholeQuoted(whole: string, { questionEnd, quote, quotedEnd }: Multi): string {
  const cue = whole.includes(questionEnd) ? whole.slice(whole.indexOf(questionEnd) + questionEnd.length) : whole;
  const marks = quotesOf(cue, quote);
  if (marks.length < 2) return '';
  const quoted = cue.slice(marks[0]! + quote.length, marks.at(-1)!);
  return quotedEnd !== '' && quoted.endsWith(quotedEnd) ? quoted.slice(0, -quotedEnd.length) : quoted;
}

function quotesOf(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + quote.length))
    if (!(isLatin(text[at - 1]) && isLatin(text[at + quote.length]))) found.push(at);
  return found;
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\d]/u.test(character);
}

/** v1: adds the guide sentence before the cue in the format, or at its end. */
export function guided(parts: QuestionParts, task: HaystackTaskName, { guide }: LanguagePack): QuestionParts {
  const { before, insert } = guide[task];
  const at = before === '' ? -1 : parts.format.indexOf(before);
  const place = at === -1 ? parts.format.length : at;
  return { question: parts.question, format: parts.format.slice(0, place) + insert + parts.format.slice(place) };
}
