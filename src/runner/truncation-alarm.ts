import type { Outcome, Sample, SkippedSample } from '../core/index.ts';
import { createPromptCounts, type PromptCount } from '../stats/index.ts';

/** Who answered, as far as the alarm must know. */
export interface AlarmContext {
  readonly strategy: string;
  /** Tokenizer of the model, where known. */
  readonly tokenizer?: string;
}

/** Watches a run for prompts that the server cut silently. The rule is that of the report's alarm: `createPromptCounts`. */
export interface TruncationAlarm {
  /** The provider's count of the prompt when it is suspiciously small in the light of all that was seen so far, else undefined. */
  saw(sample: Sample | SkippedSample, outcome: Outcome): number | undefined;
  /** How many of all that were seen look cut by now: later counts shed light on earlier ones. */
  suspected(): number;
}

/**
 * Judges prompts of one step sent by the strategy `direct` only: other strategies send fewer tokens on purpose,
 * and of several steps the share of each in `promptTokens` is unknown.
 */
export function createTruncationAlarm(context: AlarmContext): TruncationAlarm {
  const known = createPromptCounts();
  const seen: PromptCount[] = [];
  return {
    saw(sample, outcome) {
      const count = promptCount(sample, outcome, context);
      if (count === undefined) return undefined;
      seen.push(count);
      known.add(count);
      return known.isCut(count) ? count.inputTokens : undefined;
    },
    suspected: () => seen.filter((count) => known.isCut(count)).length,
  };
}

function promptCount(sample: Sample | SkippedSample, { calls }: Outcome, { strategy, tokenizer }: AlarmContext): PromptCount | undefined {
  const inputTokens = calls[0]?.usage.inputTokens;
  if ('skipped' in sample || strategy !== 'direct' || inputTokens === undefined || calls.length !== 1) return undefined;
  const { ask, promptTokens, cell, cluster } = sample;
  if (ask.kind !== 'generate' || ask.steps.length !== 1) return undefined;
  const ours = 'tokenizer' in ask.fit ? ask.fit.tokenizer : undefined;
  return {
    promptTokens,
    inputTokens,
    sameTokenizer: tokenizer !== undefined && tokenizer === ours,
    language: String(cell['language'] ?? ''),
    ...(ours !== undefined && { tokenizer: ours }),
    ...(cluster !== undefined && { cluster }),
  };
}
