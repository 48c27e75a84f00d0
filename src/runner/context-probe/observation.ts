import type { ModelErrorKind } from '../../core/index.ts';

/** A code word in a prompt: where it stood, in tokens from the prompt's start, and whether the model repeated it. */
export interface Mark {
  readonly fromToken: number;
  readonly toToken: number;
  readonly seen: boolean;
}

/** A prompt that was answered. Repeated tries at one length are one observation: a word counts as seen when any try repeated it. */
export interface AnsweredProbe {
  readonly kind: 'answered';
  /** Of the whole prompt, in our tokenizer. */
  readonly lengthTokens: number;
  /** The provider's count of the prompt, where it reports one. */
  readonly inputTokens?: number;
  /** In prompt order: the first stands at the very start, the last at the very end. Empty: the prompt held no code words. */
  readonly marks: readonly Mark[];
  readonly tries: number;
}

/** A prompt that was refused for its length, or that failed although a short one was still answered. */
export interface RefusedProbe {
  readonly kind: 'refused';
  readonly lengthTokens: number;
  readonly reason: ModelErrorKind;
  readonly message: string;
  /** The limit that the message names, in the provider's tokens. */
  readonly namedTokens?: number;
}

export type Observation = AnsweredProbe | RefusedProbe;

/** What a short prompt taught about the endpoint. */
export interface ProbeFacts {
  /** Share of the code words (0–1) that the model repeats from a prompt far below any limit. */
  readonly recall: number;
  /** Windows that somebody claims, in the provider's tokens. */
  readonly claimedTokens: readonly number[];
  /** Answer tokens that each prompt asks for: many servers count them against the window. */
  readonly answerTokens: number;
  /** The longest prompt to ask, in our tokens. */
  readonly upToTokens: number;
}

/** Below this share of repeated words at a short length a model's silence about a word means nothing. */
export const LEAST_RECALL = 0.5;
