import type { Outcome, Sample } from '../core/index.ts';

/** Who answered, as far as the alarm must know. */
export interface AlarmContext {
  readonly strategy: string;
  /** Tokenizer of the model, where known. */
  readonly tokenizer?: string;
}

/** By the same tokenizer a provider's count can only be larger than ours (special tokens); 2 % is for joins at template borders. */
const LEAST_SHARE_SAME_TOKENIZER = 0.98;
const LEAST_SHARE_OTHER_TOKENIZER = 0.7;

/**
 * The provider's count of the prompt when it is suspiciously small, else undefined.
 * Judges prompts of one step sent by the strategy `direct` only: other strategies send fewer tokens on purpose,
 * and of several steps the share of each in `promptTokens` is unknown.
 */
export function suspectTruncation(sample: Sample, outcome: Outcome, { strategy, tokenizer }: AlarmContext): number | undefined {
  const inputTokens = outcome.calls[0]?.usage.inputTokens;
  if (strategy !== 'direct' || inputTokens === undefined || outcome.calls.length !== 1) return undefined;
  const { ask } = sample;
  if (ask.kind !== 'generate' || ask.steps.length !== 1) return undefined;
  const same = tokenizer !== undefined && 'tokenizer' in ask.fit && ask.fit.tokenizer === tokenizer;
  const least = same ? LEAST_SHARE_SAME_TOKENIZER : LEAST_SHARE_OTHER_TOKENIZER;
  return inputTokens < least * sample.promptTokens ? inputTokens : undefined;
}
