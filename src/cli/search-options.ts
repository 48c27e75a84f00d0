import { z } from 'zod';
import { FathomError, type RunRecord } from '../core/index.ts';
import { DEFAULT_SEARCH, defaultDelta, type SearchOptions } from '../runner/index.ts';
import { parseWhole } from './parse-numbers.ts';

const searchOptionsSchema = z.object({
  threshold: z.number(),
  delta: z.number(),
  alpha: z.number(),
  beta: z.number(),
  maxPerLength: z.number(),
  verify: z.boolean(),
});

type Flags = Readonly<Record<string, unknown>>;

/** Reads the flags of `addSearchFlags`, laid over those that a run was made with. */
export function readSearchFlags(flags: Flags, made?: SearchOptions): SearchOptions {
  const share = (name: string) => (flags[name] === undefined ? undefined : parseShare(String(flags[name]), name));
  const base = made ?? DEFAULT_SEARCH;
  const threshold = share('threshold') ?? base.threshold;
  const options = {
    threshold,
    delta: share('delta') ?? (threshold === base.threshold ? base.delta : defaultDelta(threshold)),
    alpha: share('alpha') ?? base.alpha,
    beta: share('beta') ?? base.beta,
    maxPerLength:
      flags['maxPerLength'] === undefined
        ? base.maxPerLength
        : parseWhole(String(flags['maxPerLength']), { name: 'number of samples per length', min: 1, max: 100_000 }),
    verify: flags['verify'] === true || base.verify,
  };
  requireZone(options);
  return options;
}

/** The search that a run was made for; undefined for any other run. */
export function searchOptionsOf({ id, options }: RunRecord): SearchOptions | undefined {
  if (options['limit'] === undefined) return undefined;
  const parsed = searchOptionsSchema.safeParse(options['limit']);
  if (parsed.success) return parsed.data;
  throw new FathomError('data', `The record of run ${id} holds no search that this version of Fathom knows.`, {
    fix: 'Use the version of Fathom that made the run (see `fathom runs`).',
  });
}

function requireZone({ threshold, delta, alpha, beta }: SearchOptions): void {
  const percent = (share: number) => `${Number((share * 100).toFixed(2))}%`;
  if (!(delta > 0 && threshold - delta > 0 && threshold + delta < 1)) {
    throw new FathomError('misuse', `${percent(threshold)} ± ${percent(delta)} is no zone between 0% and 100%.`, {
      fix: 'Give a smaller --delta, or a --threshold further from 0% and 100%.',
    });
  }
  if (alpha < 0.5 && beta < 0.5) return;
  throw new FathomError('misuse', 'A chance of error is 50% or more.', { fix: 'Give --alpha and --beta below 50%, such as 5%.' });
}

function parseShare(text: string, name: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim());
  const value = match ? Number(match[1]) : Number.NaN;
  const share = match?.[2] || value > 1 ? value / 100 : value;
  if (share > 0 && share < 1) return share;
  throw new FathomError('misuse', `"${text}" is no ${name}.`, { fix: 'Write a share between 0% and 100%, such as 85, 85% or 0.85.' });
}
