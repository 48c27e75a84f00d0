import type { Json } from './json.ts';

/**
 * A model that judges answers. It arrives as a value: scorers know neither the model nor where its replies are kept. `key` stands for the content of the
 * question, so that a reply that is on record is given again and nothing is asked twice. Rejects with a ModelError where the model fails.
 */
export interface Judge {
  /** The judging model, as the user named it. */
  readonly model: string;
  ask(
    prompt: string,
    options: { readonly key: string; readonly schema?: Json; readonly maxTokens: number },
  ): Promise<{ readonly text: string }>;
}
