import { scoreLabel, shortTask } from './labels.ts';
import type { BaselineTask, RunSummary } from './run-summary.ts';

/** Fewer pairs than this prove nothing either way. */
const LEAST_PAIRS = 10;
/** A search that reaches this share of the score with the whole context solves the task. */
const SOLVED_SHARE = 0.9;
/** A model that reaches this share of its score without the context knew the task. */
const KNOWN_SHARE = 0.5;
/** Below this a score is luck. */
const LEAST_SCORE = 0.1;
const SIGNIFICANT = 0.05;

/** When tasks are flagged, in words. */
export const FLAG_RULE =
  `Solved by search: ${LEAST_PAIRS} samples or more, at least ${SOLVED_SHARE * 100} % of the score with the whole context, and not significantly ` +
  `below it (paired permutation test, p < ${SIGNIFICANT}). Known: at least ${KNOWN_SHARE * 100} % of that score without any context. ` +
  `Scores below ${LEAST_SCORE * 100} flag nothing, nor do those that choosing among the options by chance would reach.`;

/**
 * What a baseline says of a task: `solved-by-search` when plain search leaves nothing to a long context, `known` when the model answers from memory;
 * null for neither. `chance`: the score of choosing blindly, 0–1 (default 0). The rule is {@link FLAG_RULE}.
 */
export function baselineFlag(
  name: string,
  { n, mean, beside, difference, p }: Pick<BaselineTask, 'n' | 'mean' | 'beside' | 'difference' | 'p'>,
  { chance = 0 }: { readonly chance?: number } = {},
): BaselineTask['flag'] {
  if (n < LEAST_PAIRS || mean === null || beside === null || mean < LEAST_SCORE || mean <= chance) return null;
  if (name === 'closed-book') return mean >= KNOWN_SHARE * beside ? 'known' : null;
  if (name !== 'lexical' && !name.startsWith('retrieval')) return null;
  const isBelow = (difference ?? 0) > 0 && p !== null && p < SIGNIFICANT;
  return !isBelow && mean >= SOLVED_SHARE * beside ? 'solved-by-search' : null;
}

/** The flagged tasks of a run as sentences. Task and model names are as they came. */
export function flagSentences({ baselines }: Pick<RunSummary, 'baselines'>): readonly string[] {
  return baselines.flatMap(({ name, tasks = [] }) =>
    tasks.flatMap(({ task, flag, mean, beside, n }) => {
      if (flag === null) return [];
      const scores = `${scoreLabel(mean, { digits: 1 })} against ${scoreLabel(beside, { digits: 1 })} with the whole context, n ${n}`;
      if (flag === 'known') return [`${shortTask(task)}: the model knows much of it without any context (${scores})`];
      const by = name === 'lexical' ? 'search without a model solves it' : `${name} alone solves it`;
      return [`${shortTask(task)}: ${by} (${scores})`];
    }),
  );
}
