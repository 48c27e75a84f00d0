/*
 * L-Eval (An et al. 2023, arXiv 2307.11088), section 4.2 and Evaluation/llm_eval.py: of open-ended tasks a judge that sees question and gold answer, and not the
 * document, compares the answer with another model's, in both orders; win rate = (wins + ties / 2) / verdicts. Published rival: turbo-16k-0613.
 * Deviations: our wording and JSON instead of tags; the rival is the answer on file that the user names (--set against=PATH), and where there is none the gold
 * answer; a question whose verdicts are both missing counts for nothing, one with one verdict as much as the others.
 */
import { z } from 'zod';
import type { Judge, Sample, Score } from '../../core/index.ts';
import { questionOf } from '../../datasets/index.ts';
import { judgePair, verdictIfAny, winRate, type PairOutcome } from '../../scoring/index.ts';
import { scoreReply } from './score-reply.ts';
import type { LevalTask } from './tasks.ts';

const factsSchema = z.object({ judged: z.literal(true).optional(), other: z.string().optional() });

interface Judging {
  readonly sample: Sample;
  readonly judge?: Judge;
}

/** The automatic score with the win rate beside it; of questions that are left to judges the win rate alone. Throws where such a question has no verdict. */
export function scoreOpen(
  task: LevalTask,
  replies: readonly string[],
  { sample, judge }: Judging,
): Omit<Score, 'mode'> | Promise<Omit<Score, 'mode'>> {
  const { judged, other } = factsSchema.safeParse(sample.facts).data ?? {};
  const automatic = judged ? undefined : scoreReply(task, replies, sample);
  if (!judge) return automatic ?? unjudged();
  return withWinRate(automatic, { sample, judge, reply: replies[0] ?? '', other });
}

interface Pairing {
  readonly sample: Sample;
  readonly judge: Judge;
  readonly reply: string;
  readonly other: string | undefined;
}

async function withWinRate(
  automatic: Omit<Score, 'mode'> | undefined,
  { sample, judge, reply, other }: Pairing,
): Promise<Omit<Score, 'mode'>> {
  const gold = String(sample.target);
  const pair = await judgePair(judge, { question: questionOf(sample), reference: gold, answer: reply, other: other ?? gold });
  for (const verdict of pair) verdictIfAny<PairOutcome>(verdict, judge);
  const { rate, wins, ties, losses } = winRate([pair]);
  const metric = other === undefined ? 'judge/win-rate-vs-gold' : 'judge/win-rate';
  const why = `judge ${judge.model}, both orders: ${wins} won, ${ties} tied, ${losses} lost`;
  if (automatic) return rate === null ? automatic : { ...automatic, why, parts: [...(automatic.parts ?? []), { metric, value: rate }] };
  if (rate === null) throw new Error(`${judge.model}: no verdict in its replies`);
  return { value: rate, metric, why };
}

function unjudged(): never {
  throw new Error('left to a judge by L-Eval, not judged yet: fathom rescore RUN --judge MODEL');
}
