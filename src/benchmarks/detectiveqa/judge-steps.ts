/*
 * DetectiveQA (Xu et al. 2024, arXiv 2409.02465), step-wise reasoning score: a judge marks which steps of the reference reasoning an answer has; the score is
 * covered steps / all steps. Our wording. A step that the reference leaves empty is none; a question without steps has no such score.
 */
import { z } from 'zod';
import type { Answer, Judge, Result, Sample, Score } from '../../core/index.ts';
import { questionOf } from '../../datasets/index.ts';
import { judgeSteps, verdictIfAny } from '../../scoring/index.ts';

const factsSchema = z.object({ reasoning: z.array(z.string()) });

/** The steps of the reference reasoning. */
export function stepsOf({ facts }: Pick<Sample, 'facts'>): readonly string[] {
  return (factsSchema.safeParse(facts).data?.reasoning ?? []).filter((step) => step.trim() !== '');
}

/** The score with the part `judge/steps` beside it. A reply of the judge without a verdict leaves it out. Throws JudgeError where it cannot be asked. */
export async function judgedSteps(
  { replies }: Pick<Answer, 'replies'>,
  { sample, judge, score }: { readonly sample: Sample; readonly judge: Judge; readonly score: Score },
): Promise<Result> {
  const steps = stepsOf(sample);
  if (steps.length === 0) return { status: 'ok', score };
  const verdict = verdictIfAny(await judgeSteps(judge, { question: questionOf(sample), steps, answer: replies[0] ?? '' }), judge);
  if (verdict === undefined) return { status: 'ok', score };
  const part = { metric: 'judge/steps', value: verdict.share };
  const why = `${score.why ?? ''}; has ${verdict.covered.length} of ${steps.length} steps`;
  return { status: 'ok', score: { ...score, why, parts: [part, ...(score.parts ?? [])] } };
}
