import { documentCut, sumCuts, type DocumentCuts } from '../stats/index.ts';
import { costUsd, mostUsd, type Prices, type Sample, type SkippedSample } from '../core/index.ts';

/** One length of the plan. `askedTokens` is absent for samples without that axis. */
export interface PlanColumn {
  readonly askedTokens?: number;
  readonly prompts: number;
  readonly promptTokens: number;
}

/** What a run will cost at most. Token figures are our own count. */
export interface PlanSummary {
  /** Samples that will be asked. */
  readonly prompts: number;
  readonly skipped: number;
  readonly skippedByReason: { readonly [reason: string]: number };
  readonly promptTokens: number;
  readonly maxPromptTokens: number;
  /** Shortest first, samples without a length last. */
  readonly columns: readonly PlanColumn[];
  /** What is cut from documents to make prompts fit; absent where no prompt may be cut. */
  readonly documents?: DocumentCuts;
  /** Upper bound: every answer at its limit, and the thinking before it. */
  readonly maxAnswerTokens: number;
  /**
   * `low`: every prompt token at the cached price (where given) and no answer; `high`: none cached, all written to the cache
   * where that is dearer, and every answer at its limit.
   */
  readonly money?: { readonly lowUsd: number; readonly highUsd: number };
}

/** Adds up a plan. `thinkingTokens` (default 0) may come on top of each answer. */
export function summarizePlan(
  samples: readonly (Sample | SkippedSample)[],
  prices?: Prices,
  { thinkingTokens = 0 }: { readonly thinkingTokens?: number } = {},
): PlanSummary {
  const asked = samples.filter((sample): sample is Sample => !('skipped' in sample));
  const skipped = samples.filter((sample): sample is SkippedSample => 'skipped' in sample);
  const documents = sumCuts(asked.flatMap((sample) => documentCut(sample) ?? []));
  const promptTokens = sum(asked, (sample) => sample.promptTokens);
  const maxAnswerTokens = sum(asked, (sample) => answerTokens(sample, thinkingTokens));
  return {
    prompts: asked.length,
    skipped: skipped.length,
    skippedByReason: countReasons(skipped),
    promptTokens,
    maxPromptTokens: asked.reduce((most, sample) => Math.max(most, sample.promptTokens), 0),
    columns: columnsOf(asked),
    ...(documents && { documents }),
    maxAnswerTokens,
    ...(prices && { money: moneyRange(asked, prices, thinkingTokens) }),
  };
}

function sum(samples: readonly Sample[], of: (sample: Sample) => number): number {
  return samples.reduce((total, sample) => total + of(sample), 0);
}

/** Room for the answers of all steps, thinking included. */
export function answerTokens({ ask }: Sample, thinkingTokens = 0): number {
  return ask.kind === 'generate' ? ask.steps.reduce((total, step) => total + step.output.maxTokens + thinkingTokens, 0) : 0;
}

function countReasons(skipped: readonly SkippedSample[]): { readonly [reason: string]: number } {
  const counts = new Map<string, number>();
  for (const { reason } of skipped.map((sample) => sample.skipped)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function columnsOf(asked: readonly Sample[]): readonly PlanColumn[] {
  const byLength = Map.groupBy(asked, ({ cell }) => (typeof cell['askedTokens'] === 'number' ? cell['askedTokens'] : Infinity));
  return [...byLength]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([askedTokens, samples]) => ({
      ...(askedTokens !== Infinity && { askedTokens }),
      prompts: samples.length,
      promptTokens: sum(samples, (sample) => sample.promptTokens),
    }));
}

function moneyRange(
  asked: readonly Sample[],
  prices: Prices,
  thinkingTokens: number,
): { readonly lowUsd: number; readonly highUsd: number } {
  return {
    lowUsd: nanoUsd(sum(asked, ({ promptTokens }) => costUsd({ inputTokens: promptTokens, cachedTokens: promptTokens }, prices))),
    highUsd: nanoUsd(
      sum(asked, (sample) => mostUsd({ inputTokens: sample.promptTokens, outputTokens: answerTokens(sample, thinkingTokens) }, prices)),
    ),
  };
}

/** Free of the noise of adding many small numbers. */
function nanoUsd(usd: number): number {
  return Math.round(usd * 1e9) / 1e9;
}
