import { seededRandom, type Sample } from '../../core/index.ts';

/** Axes along which the samples of one length are repeats of each other. */
const REPEATING_AXES: ReadonlySet<string> = new Set(['repeat', 'askedTokens']);

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The samples of one length in an order that may be cut anywhere: each round visits every kind of cell (depth, language, …) once, with one
 * repeat, and steps through the kinds by the golden section, so that even a few samples lie far apart. The seed draws the kind to begin with.
 */
export function spreadOrder(
  samples: readonly Sample[],
  place: { readonly seed: number; readonly lengthTokens: number },
): readonly Sample[] {
  const kinds = [...Map.groupBy(samples, kindOf).values()];
  const start = seededRandom(place.seed, 'effective-length', place.lengthTokens).below(kinds.length);
  const step = goldenStep(kinds.length);
  const visits = kinds.map((_, i) => kinds[(start + i * step) % kinds.length]!);
  const rounds = Math.max(...kinds.map((kind) => kind.length));
  return Array.from({ length: rounds }, (_, round) => visits.flatMap((kind) => kind.slice(round, round + 1))).flat();
}

function kindOf({ task, cell }: Sample): string {
  return JSON.stringify([task, ...Object.entries(cell).filter(([axis]) => !REPEATING_AXES.has(axis))]);
}

/** The step nearest to the golden section of `count` that still visits every place. */
function goldenStep(count: number): number {
  const steps = Array.from({ length: count }, (_, i) => i + 1).filter((step) => greatestDivisor(step, count) === 1);
  return steps.reduce((best, step) => (Math.abs(step - GOLDEN * count) < Math.abs(best - GOLDEN * count) ? step : best));
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
