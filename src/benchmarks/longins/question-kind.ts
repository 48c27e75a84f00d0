import type { PythonRandom } from '../../core/index.ts';

/** A question with its right answer and a wrong one. */
export interface AnsweredQuestion {
  readonly question: string;
  readonly answer: string;
  readonly wrong: string;
}

export type Worded = { readonly [language in 'en' | 'zh']: string };

/** A kind of task that questions are made of. */
export interface QuestionKind {
  readonly id: string;
  readonly instruction: Worded;
  make(random: PythonRandom, language: 'en' | 'zh'): AnsweredQuestion;
}
