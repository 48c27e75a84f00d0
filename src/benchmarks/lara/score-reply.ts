import type { Judge, Sample, Score } from '../../core/index.ts';
import { questionOf } from '../../datasets/index.ts';
import { containsWords, demandVerdict, f1English, judgeCorrect, judgeNotMentioned, saysNotMentioned } from '../../scoring/index.ts';
import type { LaraTask } from './tasks.ts';

/**
 * Our stand-in for the published judge: of unanswerable questions whether the answer says so, else F1 of words, or 1 when the answer holds the gold answer
 * word for word. It orders models roughly and is no accuracy.
 */
export function scoreReply({ id }: LaraTask, replies: readonly string[], { target }: Pick<Sample, 'target'>): Omit<Score, 'mode'> {
  const [reply = '', gold] = [replies[0], String(target)];
  if (id === 'hallu') {
    const refused = saysNotMentioned(reply);
    return {
      value: Number(refused),
      metric: 'proxy-not-mentioned',
      why: refused ? 'says that it is not mentioned' : 'answers what the text does not say',
    };
  }
  const bare = gold.replace(/[.。\s]+$/u, '');
  const holds = bare !== '' && containsWords(reply, bare);
  const value = holds ? 1 : f1English(reply, gold);
  return { value, metric: 'proxy-f1', why: `${holds ? 'holds' : 'F1 of words with'}: ${gold}` };
}

/**
 * As published (LaRA, evaluation/compute_score_llm.py): a judge that sees question, gold answer and answer, and not the text, says whether the answer is correct; of
 * unanswerable questions whether the answer says that the text does not tell. The wording is ours, and the judge another model than the judged one.
 */
export async function judgeReply(
  { id }: LaraTask,
  replies: readonly string[],
  { sample, judge }: { readonly sample: Sample; readonly judge: Judge },
): Promise<Omit<Score, 'mode'>> {
  const judged = { question: questionOf(sample), answer: replies[0] ?? '', reference: String(sample.target) };
  const verdict = id === 'hallu' ? await judgeNotMentioned(judge, judged) : await judgeCorrect(judge, judged);
  const isRight = demandVerdict(verdict, judge);
  const metric = id === 'hallu' ? 'judge/not-mentioned' : 'judge/correct';
  return { value: Number(isRight), metric, why: `judge ${judge.model}: ${isRight ? 'right' : 'not'}; gold answer: ${judged.reference}` };
}
