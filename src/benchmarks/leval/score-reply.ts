import type { Sample, Score } from '../../core/index.ts';
import { examMatch, f1English, rougeGoogle, truthPair } from '../../scoring/index.ts';
import { EXAMS } from './score-answers.ts';
import type { LevalTask } from './tasks.ts';

/** The score of one answer (0–1), its parts being what the task reports beside its headline. */
export function scoreReply(task: LevalTask, replies: readonly string[], { target }: Pick<Sample, 'target'>): Omit<Score, 'mode'> {
  const gold = String(target);
  const reply = replies[0] ?? '';
  if (task.evaluation === 'f1') return { value: f1English(reply, gold), metric: 'f1' };
  if (task.evaluation === 'rouge') return rougeScore(reply, gold);
  if (task.reading === 'truth') return truthScore(`${reply} [fact: ${replies[1] ?? ''}]`, gold);
  const value = EXAMS[task.reading as keyof typeof EXAMS](reply, gold);
  return { value, metric: 'exam', why: `${value === 1 ? 'right' : value > 0 ? 'partly right' : 'not'}: ${gold}` };
}

function rougeScore(reply: string, gold: string): Omit<Score, 'mode'> {
  const { rouge1, rouge2, rougeL } = rougeGoogle(reply, gold);
  const parts = [
    { metric: 'rouge1', value: rouge1.f1 },
    { metric: 'rouge2', value: rouge2.f1 },
  ];
  return { value: rougeL.f1, metric: 'rougeL', parts };
}

/** The published prediction of a two-call task is `answer [fact: second answer]`. */
function truthScore(prediction: string, gold: string): Omit<Score, 'mode'> {
  const [given, wanted] = [truthPair(prediction), truthPair(gold)];
  const [loyalty, fact] = [examMatch(given.loyalty, wanted.loyalty), examMatch(given.fact, wanted.fact)];
  const why = `by the text ${given.loyalty} (${wanted.loyalty}), by the world ${given.fact} (${wanted.fact})`;
  return {
    value: (loyalty + fact) / 2,
    metric: 'exam',
    parts: [
      { metric: 'loyalty', value: loyalty },
      { metric: 'fact', value: fact },
    ],
    why,
  };
}
