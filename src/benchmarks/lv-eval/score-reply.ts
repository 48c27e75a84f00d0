import type { Sample, Score } from '../../core/index.ts';
import { modeOf } from '../../datasets/index.ts';
import {
  f1Chinese,
  f1English,
  keywordF1Chinese,
  keywordF1English,
  loadJieba,
  rougeWithoutStops,
  type ScoringMode,
} from '../../scoring/index.ts';
import type { LvEvalDataset } from './datasets.ts';

/** The score of an answer against the first gold answer (0–1), as published. `compat` keeps the stop words in the F1, as the published code does. */
export async function scoreReply(
  { metric }: LvEvalDataset,
  replies: readonly string[],
  { target, facts }: Pick<Sample, 'target' | 'facts'>,
): Promise<Omit<Score, 'mode'>> {
  const { keywords } = facts as { readonly keywords?: string };
  const mode: ScoringMode = modeOf(facts) === 'compat' ? 'official' : 'fixed';
  const [reply, gold] = [replies[0] ?? '', String(target)];
  const options = { mode, ...(keywords !== undefined && { keywords }) };
  if (metric === 'f1') return { value: f1English(reply, gold), metric };
  if (metric === 'keyword-f1') return { value: keywordF1English(reply, gold, options), metric };
  const segment = await loadJieba();
  if (metric === 'f1-zh') return { value: f1Chinese(reply, gold, segment), metric };
  if (metric === 'rougeL-zh') return { value: rougeWithoutStops(reply, gold, { segment, mode }), metric };
  return { value: keywordF1Chinese(reply, gold, { ...options, segment }), metric };
}
