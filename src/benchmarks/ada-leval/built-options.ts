import { FathomError, type JsonObject } from '../../core/index.ts';
import { readBuilderOptions, type BuilderSettings, type DataFamily } from '../../datasets/index.ts';
import { MOST_SEGMENTS } from '../../scoring/index.ts';

/** What built tasks take where nothing is asked for. */
export const BUILT_DEFAULTS = { lengths: [4000, 8000], repeats: 10, languages: ['en', 'zh'], maxTokens: 128 } as const;

/** Segments of a shuffled text, as published. */
export const DEFAULT_SEGMENTS = 4;

/** Options of a built task, after defaults. */
export interface BuiltSettings extends BuilderSettings {
  readonly lengths: readonly number[];
  readonly languages: readonly string[];
  readonly maxTokens: number;
}

/** Reads the options of a built task. Throws FathomError `misuse`. */
export function readBuiltOptions(options: JsonObject, family: DataFamily): BuiltSettings {
  const settings = readBuilderOptions(options, { family, repeats: BUILT_DEFAULTS.repeats });
  const { lengths = BUILT_DEFAULTS.lengths, languages = BUILT_DEFAULTS.languages, maxTokens = BUILT_DEFAULTS.maxTokens } = settings;
  return { ...settings, lengths, languages, maxTokens };
}

/** Takes the number of segments out of the options. Throws FathomError `misuse` for another number than 2 to 6. */
export function readSegments({ segments = DEFAULT_SEGMENTS, ...rest }: JsonObject): {
  readonly segments: number;
  readonly rest: JsonObject;
} {
  if (typeof segments === 'number' && Number.isInteger(segments) && segments >= 2 && segments <= MOST_SEGMENTS) return { segments, rest };
  throw new FathomError('misuse', `A text cannot be cut into ${JSON.stringify(segments)} segments.`, {
    fix: `Give a whole number from 2 to ${MOST_SEGMENTS}: --set segments=4.`,
  });
}
