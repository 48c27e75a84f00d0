import type { Judge, Sample, Score } from '../../core/index.ts';
import { questionOf } from '../../datasets/index.ts';
import {
  clozeCounts,
  judgeCloseness,
  judgeCorrect,
  verdictIfAny,
  loogleSimilarity,
  reorderDistances,
  romanNumerals,
} from '../../scoring/index.ts';

/** The score of one answer (0–1): of a cloze the share of masks filled exactly, else recall of ROUGE-L, with LooGLE's other metrics as parts. */
export function scoreReply(replies: readonly string[], { target, cell }: Pick<Sample, 'target' | 'cell'>): Omit<Score, 'mode'> {
  const reply = replies[0] ?? '';
  if (typeof target !== 'string') return clozeScore(reply, target as { readonly [mask: string]: string });
  const { bleu1, bleu4, rouge } = loogleSimilarity(reply, target);
  return {
    // An answer of full stops alone has no ROUGE: nothing of the reference is in it.
    value: rouge?.rougeL.r ?? 0,
    metric: 'rougeL-recall',
    parts: [
      { metric: 'rouge1-recall', value: rouge?.rouge1.r ?? 0 },
      { metric: 'rouge2-recall', value: rouge?.rouge2.r ?? 0 },
      { metric: 'bleu1', value: bleu1 },
      { metric: 'bleu4', value: bleu4 },
      ...(cell['type'] === 'timeline_reorder' ? orderParts(reply, target) : []),
    ],
  };
}

function clozeScore(reply: string, gold: { readonly [mask: string]: string }): Omit<Score, 'mode'> {
  const { exact, partial, masks } = clozeCounts(reply, gold);
  const share = (hits: number) => (masks === 0 ? 0 : hits / masks);
  return {
    value: share(exact),
    metric: 'cloze-exact',
    parts: [{ metric: 'cloze-partial', value: share(partial) }],
    counts: { exact, partial, masks },
    why: `${exact} of ${masks} masks exactly, ${partial} with a word in common`,
  };
}

/** Nearness to the right order, 1 when right: 1 less each distance's share of its largest value. An answer that is no permutation has none. */
function orderParts(reply: string, target: string): { readonly metric: string; readonly value: number }[] {
  const right = target.split(',').map((item) => item.trim());
  const distances = reorderDistances(romanNumerals(reply), right);
  if (distances === null) return [];
  return [
    { metric: 'order-lsd', value: 1 - distances.squared.share },
    { metric: 'order-lmd', value: 1 - distances.absolute.share },
    { metric: 'order-sd', value: 1 - distances.swaps.share },
    { metric: 'order-sdd', value: 1 - distances.swapDistance.share },
  ];
}

/**
 * The automatic score with the judge's part beside it, as LooGLE has both (Evaluation/llm_score.py, llm_eval.py): of a question whether the answer is correct,
 * of an abstract how close it comes, 0–1 (published: 0–100). A reply without a verdict leaves the part out; masks are no matter of a judge.
 */
export async function judgeReply(
  replies: readonly string[],
  { sample, judge, isSummary }: { readonly sample: Sample; readonly judge: Judge; readonly isSummary: boolean },
): Promise<Omit<Score, 'mode'>> {
  const score = scoreReply(replies, sample);
  if (typeof sample.target !== 'string') return score;
  const judged = { question: questionOf(sample), reference: sample.target, answer: replies[0] ?? '' };
  const value = isSummary
    ? verdictIfAny(await judgeCloseness(judge, judged), judge)
    : verdictIfAny(await judgeCorrect(judge, judged), judge);
  if (value === undefined) return score;
  const part = { metric: isSummary ? 'judge/closeness' : 'judge/correct', value: Number(value) };
  return { ...score, parts: [part, ...(score.parts ?? [])] };
}
