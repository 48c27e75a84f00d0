import type { AnsweredProbe } from './observation.ts';

/** How the provider's count grows with ours. */
export interface CountLine {
  /** The provider's count to expect for a prompt that is read whole. */
  expected(lengthTokens: number): number;
  /** The length in our tokens that gives this count. */
  lengthOf(inputTokens: number): number;
  /** Provider tokens per token of ours. */
  readonly ratio: number;
}

interface Counted {
  readonly lengthTokens: number;
  readonly inputTokens: number;
}

/** No tokenizer in use is further away from another one on prose; a count beyond it is no count of the prompt. */
const PLAUSIBLE_RATIO = { least: 0.3, most: 4 };

/**
 * The line through the shortest and the longest of the prompts that were read whole. Undefined with fewer than two counts, or when they
 * do not grow as counts of a prompt do (a server that reports a constant).
 */
export function countLine(whole: readonly AnsweredProbe[]): CountLine | undefined {
  const points = whole.filter(isCounted).toSorted((a, b) => a.lengthTokens - b.lengthTokens);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first.lengthTokens === last.lengthTokens) return undefined;
  const ratio = (last.inputTokens - first.inputTokens) / (last.lengthTokens - first.lengthTokens);
  if (ratio < PLAUSIBLE_RATIO.least || ratio > PLAUSIBLE_RATIO.most) return undefined;
  return {
    ratio,
    expected: (lengthTokens) => last.inputTokens + ratio * (lengthTokens - last.lengthTokens),
    lengthOf: (inputTokens) => last.lengthTokens + (inputTokens - last.inputTokens) / ratio,
  };
}

const isCounted = (probe: AnsweredProbe): probe is AnsweredProbe & Counted => probe.inputTokens !== undefined;
