import { z } from 'zod';
import { FathomError, type JsonObject } from '../../core/index.ts';
import { readBuilderOptions, type BuilderSettings, type DataFamily } from '../../datasets/index.ts';

/** What is built where nothing is asked for. `labels` 0: all there are. */
export const BUILT_DEFAULTS = { lengths: [4000, 8000], repeats: 20, languages: ['en', 'zh'], labels: 0, maxTokens: 100 } as const;

const numbers = (least: number) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z
      .array(z.int().min(least))
      .min(1)
      .transform((all) => [...new Set(all)].sort((a, b) => a - b)),
  );
const AXES = { labels: numbers(2), rounds: numbers(1) };

/** Options of a built task. */
export interface BuiltSettings extends BuilderSettings {
  /** Numbers of labels; Infinity: all there are. */
  readonly labels: readonly number[];
  /** Exact numbers of rounds, instead of as many examples as fit. */
  readonly rounds?: readonly number[];
}

/** Reads them. Throws FathomError `misuse` that names what was found and what is allowed. */
export function readBuiltOptions(options: JsonObject, family: DataFamily): BuiltSettings {
  const { labels, rounds, ...rest } = options;
  const settings = readBuilderOptions(rest, { family, repeats: BUILT_DEFAULTS.repeats });
  return {
    ...settings,
    labels: labels === undefined || labels === 0 ? [Infinity] : axis('labels', labels),
    ...(rounds !== undefined && { rounds: axis('rounds', rounds) }),
  };
}

function axis(name: keyof typeof AXES, value: unknown): number[] {
  const read = AXES[name].safeParse(value);
  if (read.success) return read.data;
  throw new FathomError('misuse', `LongICLBench cannot use ${name}: ${JSON.stringify(value)}.`, {
    fix: `${read.error.issues[0]!.message}.`,
  });
}
