import { EFFECTIVE_THRESHOLD, effectiveLength, type EffectiveLength } from '../stats/index.ts';
import { tokensLabel } from './axis.ts';
import type { Profile, RunSummary } from './run-summary.ts';

/** The effective context length of a task in a language. */
export interface TaskLength extends EffectiveLength, Pick<Profile, 'task' | 'metric' | 'mode' | 'language'> {
  /** The mean score that counts as reading a length, 0–1. */
  readonly threshold: number;
}

/** One effective length per task, metric, mode and language with scores at two lengths or more. */
export function effectiveLengths({ profiles }: Pick<RunSummary, 'profiles'>, threshold: number = EFFECTIVE_THRESHOLD): TaskLength[] {
  return profiles
    .filter(({ axis, points }) => axis === 'askedTokens' && points.filter(({ mean }) => mean !== null).length >= 2)
    .map(({ task, metric, mode, language, points }) => {
      const curve = points.map(({ at, ...point }) => ({ lengthTokens: at, ...point }));
      return { task, metric, mode, language, threshold, ...effectiveLength(curve, threshold) };
    });
}

/** `32k (95 %: 16k to 64k)`; `< 1k` where the shortest length fails, `≥ 128k` where the longest passes. What contradicts it follows. */
export function effectiveLengthLabel(found: EffectiveLength): string {
  const { tokens, lowTokens, highTokens, firstFailingTokens, passingBeyond, unscored } = found;
  if (found.longestTokens === null) return 'not known';
  const length = tokens !== null && firstFailingTokens === null ? `≥ ${tokensLabel(tokens)}` : atOrBelow(tokens, found);
  const high = highTokens === found.longestTokens ? `≥ ${tokensLabel(highTokens)}` : atOrBelow(highTokens, found);
  const beyond = passingBeyond.length === 0 ? '' : `; passes again at ${labels(passingBeyond)}`;
  const unknown = unscored.length === 0 ? '' : `; no scores at ${labels(unscored)}`;
  return `${length} (95 %: ${atOrBelow(lowTokens, found)} to ${high})${beyond}${unknown}`;
}

function atOrBelow(tokens: number | null, { shortestTokens }: EffectiveLength): string {
  return tokens === null ? `< ${tokensLabel(shortestTokens!)}` : tokensLabel(tokens);
}

function labels(lengths: readonly number[]): string {
  return lengths.map(tokensLabel).join(', ');
}
