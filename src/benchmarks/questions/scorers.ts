import {
  boxedEquals,
  containsKeyword,
  containsWords,
  editSimilarity,
  foldText,
  lastBoxed,
  lastNumber,
  optionLetter,
  readNumber,
  wordFraction,
} from '../../scoring/index.ts';

/** What an answer is scored by. `expected`: accepted answers (with `keywords`: all of them are wanted; with `choice`: letters). */
export interface Rubric {
  readonly scorer: ScorerName;
  readonly expected: readonly string[];
  readonly choices?: readonly string[];
  /** What was asked; for a judge. */
  readonly question?: string;
}

type Scorer = (answer: string, rubric: Rubric) => number;

/** The best value over the accepted answers. */
const best =
  (of: (answer: string, expected: string) => number): Scorer =>
  (answer, { expected }) =>
    Math.max(0, ...expected.map((each) => of(answer, each)));

const any = (matches: (answer: string, expected: string) => boolean) => best((answer, expected) => Number(matches(answer, expected)));

/** Ways to score an answer by name; the value is 0–1. Case, quote style and white space never count. Each is linear in the answer. */
const SCORERS = {
  contains: any((answer, expected) => containsKeyword(answer, expected, 'folded')),
  word: any(containsWords),
  keywords: (answer, { expected }) => expected.filter((each) => containsKeyword(answer, each, 'folded')).length / expected.length,
  exact: any((answer, expected) => bare(answer) === bare(expected)),
  number: any((answer, expected) => lastNumber(answer) !== null && lastNumber(answer) === readNumber(expected)),
  boxed: any((answer, expected) => boxedEquals(lastBoxed(answer, 'lenient'), expected)),
  choice: (answer, { expected, choices = [] }) => Number(expected.includes(pickedLetter(answer, choices) ?? '')),
  levenshtein: best((answer, expected) => editSimilarity(Array.from(foldText(answer)), Array.from(foldText(expected)))),
  words: best(wordFraction),
} as const satisfies { readonly [name: string]: Scorer };

/** Scorers that are rules. */
export type RuleName = keyof typeof SCORERS;

/** `judge`: a model reads the answer. */
export type ScorerName = RuleName | 'judge';

export const RULE_NAMES = Object.keys(SCORERS) as RuleName[];

export const SCORER_NAMES: readonly ScorerName[] = [...RULE_NAMES, 'judge'];

/** Scores an answer by rule: 0–1. */
export function scoreAnswer(answer: string, rubric: Rubric & { readonly scorer: RuleName }): number {
  return SCORERS[rubric.scorer](answer, rubric);
}

/** The letters of `count` options. */
export function lettersFor(count: number): string {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.slice(0, count);
}

/** A text without the quotes around it and without the marks at its end. */
function bare(text: string): string {
  const folded = foldText(text);
  let [from, to] = [0, folded.length];
  while (to > from && '.。!！"\'」』 '.includes(folded[to - 1]!)) to--;
  while (from < to && '"\'「『 '.includes(folded[from]!)) from++;
  return folded.slice(from, to);
}

/** The option that an answer names by its letter, or by its text and nothing else. */
function pickedLetter(answer: string, choices: readonly string[]): string | null {
  const letters = lettersFor(choices.length);
  const byText = choices.findIndex((choice) => bare(choice) === bare(answer));
  return byText === -1 ? optionLetter(answer, letters, 'cued') : letters[byText]!;
}
