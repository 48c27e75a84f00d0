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

/** The question for several needles: their questions joined, then one cue with the joined sentences to fill in (published: `parallel.py`). */
export function joinedQuestion(wholes: readonly string[], { multi }: LanguagePack): QuestionParts {
  const questions = wholes.map((whole) => whole.split(multi.questionEnd)[0]! + multi.questionEnd);
  const formats = wholes.map((whole) => {
    const quoted = whole.split(multi.quote)[1] ?? '';
    return multi.quotedEnd === '' ? quoted : quoted.split(multi.quotedEnd)[0]!;
  });
  return { question: questions.join(multi.questionJoin), format: multi.cue.replace('{formats}', () => formats.join(multi.formatJoin)) };
}

/** v1: adds the guide sentence before the cue in the format, or at its end. */
export function guided(parts: QuestionParts, task: HaystackTaskName, { guide }: LanguagePack): QuestionParts {
  const { before, insert } = guide[task];
  const at = before === '' ? -1 : parts.format.indexOf(before);
  const place = at === -1 ? parts.format.length : at;
  return { question: parts.question, format: parts.format.slice(0, place) + insert + parts.format.slice(place) };
}
