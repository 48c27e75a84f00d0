import type { ReasoningEffort } from './model-options.ts';

/** The day on which the table below was last compared with the providers' documentation. */
const AS_OF = '2025-11-01';

/**
 * Models that think without being told to, by the beginning of their names, and the effort that each has by default: OpenAI's `medium`;
 * Google's dynamic budget (up to 24k or 32k tokens) as `medium`, the default level of Gemini 3 as `high`. Models that think on demand alone are
 * not in it: anthropic/…, gemini-2.5-flash-lite, the chat versions of GPT-5.
 */
const DEFAULT_EFFORTS: readonly (readonly [name: RegExp, effort: ReasoningEffort])[] = [
  [/^gpt-5(?:\.\d+)?-pro(?!\w)/, 'high'],
  [/^gpt-5(?!\w)(?!.*chat)/, 'medium'],
  [/^o[134](?!\w)/, 'medium'],
  [/^gemini-2\.5-(?:pro|flash)(?!\w)(?!.*(?:lite|image|tts|audio))/, 'medium'],
  [/^gemini-3(?!\w)(?!.*(?:image|tts|audio))/, 'high'],
];

/** What is known of a model that thinks by default. */
export interface DefaultThinking {
  readonly effort: ReasoningEffort;
  /** Day of the table, ISO 8601. */
  readonly asOf: string;
}

/**
 * The effort that a model thinks with when none is asked for; undefined for a model that is not known to think by itself. `model` is the name that
 * the provider gets, dated or not, with or without a vendor before a slash: `gpt-5-mini`, `o3-2025-04-16`, `google/gemini-2.5-pro`.
 */
export function thinksByDefault(model: string): DefaultThinking | undefined {
  const name = model.slice(model.lastIndexOf('/') + 1).toLowerCase();
  const found = DEFAULT_EFFORTS.find(([pattern]) => pattern.test(name));
  return found && { effort: found[1], asOf: AS_OF };
}
