/** A value of a flag: text, a number, yes or no, or a list of these (`lengths: [4000, '32k']`). */
export type ConfigValue = string | number | boolean | readonly (string | number | boolean)[];

/** Flags by their long names in camelCase. The usual ones are named here; every other flag of the program may stand beside them. */
export interface ConfigFlags {
  /** `openai/…`, `anthropic/…`, `google/…`, `URL#model`, `baseline/lexical`; several are measured one after another. */
  readonly model?: ConfigValue;
  /** Prompt lengths in tokens: `4k..128k`. */
  readonly lengths?: ConfigValue;
  /** Published settings: `32k`, `128k`, … */
  readonly suite?: ConfigValue;
  /** Depths in percent: `0..100/10`. */
  readonly depths?: ConfigValue;
  /** `en`, `zh` or both. */
  readonly languages?: ConfigValue;
  /** Prompts per cell. */
  readonly repeats?: ConfigValue;
  /** Files or folders; `zh=PATH` names the language. Paths are relative to the working directory. */
  readonly haystack?: ConfigValue;
  /** Default `o200k_base`. */
  readonly tokenizer?: ConfigValue;
  /** Default 0. */
  readonly seed?: ConfigValue;
  /** Room for the answer, in tokens. */
  readonly maxTokens?: ConfigValue;
  /** Size of the model's window, in tokens. */
  readonly contextTokens?: ConfigValue;
  /** Address for `openai/`, `anthropic/` and `google/`. */
  readonly baseUrl?: ConfigValue;
  readonly temperature?: ConfigValue;
  readonly reasoningEffort?: ConfigValue;
  /** Thinking budget, in tokens. */
  readonly reasoningBudget?: ConfigValue;
  /** Name of the environment variable that holds the key. Keys themselves and headers are refused in a config. */
  readonly apiKeyEnv?: ConfigValue;
  /** Samples in flight at once. Default 4. */
  readonly concurrency?: ConfigValue;
  /** Folder of the run ledger. */
  readonly store?: ConfigValue;
  /** False: whole answers instead of a stream. */
  readonly stream?: ConfigValue;
}

/** A config file: defaults for all commands, and a section for each command that wants its own (`run: { … }`). */
export interface FathomConfig extends ConfigFlags {
  readonly [name: string]: ConfigValue | (ConfigFlags & { readonly [flag: string]: ConfigValue | undefined }) | undefined;
}

/** Gives a config its type, for `fathom.config.ts`: `export default defineConfig({ lengths: '4k..32k', run: { repeats: 3 } })`. */
export function defineConfig(config: FathomConfig): FathomConfig {
  return config;
}
