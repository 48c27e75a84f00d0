import type { Json } from './json.ts';
import type { Usage } from './model.ts';

/**
 * A model that judges answers. It arrives as a value: scorers know neither the model nor where its replies are kept. `key` stands for the content of the
 * question, so that a reply that is on record is given again and nothing is asked twice. Rejects with a ModelError where the model fails.
 */
export interface Judge {
  /** The judging model, as the user named it. */
  readonly model: string;
  ask(prompt: string, options: { readonly key: string; readonly schema?: Json; readonly maxTokens: number }): Promise<JudgeReply>;
}

/** A judge's reply. `onRecord`: it was asked for before, and cost nothing now. */
export interface JudgeReply {
  readonly text: string;
  /** What asking for it took, then or now. */
  readonly usage?: Usage;
  readonly onRecord?: true;
}

/** The judge that was named did not answer. The answer that it was asked about stays, and is judged when it is asked again. */
export class JudgeError extends Error {
  override readonly name = 'JudgeError';
}
