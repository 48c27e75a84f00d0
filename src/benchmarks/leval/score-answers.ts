import {
  choiceLetters,
  cleanCodeOutput,
  codeOutputWindow,
  examMatch,
  f1English,
  goldLetters,
  gsmNumber,
  rougeGoogle,
  roundHalfEven,
  truthPair,
} from '../../scoring/index.ts';
import type { StoredScore } from '../stored-predictions.ts';
import type { ExamReading, LevalTask } from './tasks.ts';

/** A stored answer with its gold answer. `place`: number of its row in the file, from 0. */
export interface PairedAnswer {
  readonly place: number;
  readonly answer: string;
  readonly gold: string;
}

/** The published numbers of a task (0–100, four decimals), its headline first. Source: L-Eval `Evaluation/auto_eval.py`. */
export function scoreAnswers(task: LevalTask, answers: readonly PairedAnswer[]): readonly StoredScore[] {
  const score = (metric: string, values: readonly number[]): StoredScore => published(task.id, metric, values);
  if (task.evaluation === 'f1')
    return [
      score(
        'f1',
        answers.map(({ answer, gold }) => f1English(answer, gold)),
      ),
    ];
  if (task.evaluation === 'rouge') return rougeScores(task.id, answers);
  if (task.reading === 'truth') return truthScores(task.id, answers);
  const matches = answers.map(({ answer, gold }) => EXAMS[task.reading as keyof typeof EXAMS](answer, gold));
  const topics = ['first', 'second', 'third'].map((name, i) =>
    score(
      `exam_${name}_topic`,
      matches.filter((_, at) => answers[at]!.place % 3 === i),
    ),
  );
  return [score('exam', matches), ...(task.reading === 'topic' ? topics : [])];
}

/** How an answer is compared with its gold answer: 1, 0.25 for a part of the right letters, or 0. */
export const EXAMS: { readonly [reading in Exclude<ExamReading, 'truth'>]: (answer: string, gold: string) => number } = {
  letter: (answer, gold) => examMatch(choiceLetters(answer, 'one'), goldLetters(gold)),
  letters: (answer, gold) => examMatch(choiceLetters(answer, 'several'), goldLetters(gold)),
  number: (answer, gold) => examMatch(gsmNumber(answer), gold),
  code: (answer, gold) => examMatch(codeOutputWindow(answer, gold), cleanCodeOutput(gold)),
  topic: examMatch,
};

function truthScores(task: string, answers: readonly PairedAnswer[]): readonly StoredScore[] {
  const pairs = answers.map(({ answer, gold }) => [truthPair(answer), truthPair(gold)] as const);
  const loyalty = pairs.map(([given, wanted]) => examMatch(given.loyalty, wanted.loyalty));
  const fact = pairs.map(([given, wanted]) => examMatch(given.fact, wanted.fact));
  const both = loyalty.map((value, i) => (value + fact[i]!) / 2);
  return [published(task, 'exam', both), published(task, 'loyalty', loyalty), published(task, 'fact', fact)];
}

function rougeScores(task: string, answers: readonly PairedAnswer[]): readonly StoredScore[] {
  const all = answers.map(({ answer, gold }) => rougeGoogle(answer, gold));
  const [one, two, long] = (['rouge1', 'rouge2', 'rougeL'] as const).map((kind) => all.map((each) => each[kind].f1)) as [
    number[],
    number[],
    number[],
  ];
  const geometric = Math.cbrt(mean(one) * mean(two) * mean(long));
  return [
    published(task, 'rougeL', long),
    published(task, 'rouge1', one),
    published(task, 'rouge2', two),
    { task, metric: 'geometric_mean', value: all.length === 0 ? null : percent(geometric), n: all.length },
  ];
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (value: number) => roundHalfEven(100 * value, 4);

function published(task: string, metric: string, values: readonly number[]): StoredScore {
  return { task, metric, value: values.length === 0 ? null : percent(mean(values)), n: values.length };
}
