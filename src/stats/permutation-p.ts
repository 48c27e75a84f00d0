import { seededRandom } from '../core/index.ts';
import { signTest } from './sign-test.ts';

/** Up to this many differing values all 2ⁿ sign flips are enumerated. */
const MAX_ENUMERATED = 14;
/** Sign flips drawn when there are too many to enumerate. */
const DRAWN_FLIPS = 10_000;

/**
 * Two-sided p of the sign-flip permutation test on the sum of differences (E. J. G. Pitman 1937; R. A. Fisher's paired randomisation test).
 * Exact when all differences have one size (right/wrong answers: it is then McNemar's exact test) or up to 14 are not 0; beyond that it rests on
 * 10,000 flips drawn with the seed.
 */
export function permutationP(differences: readonly number[], seed: number): number {
  const sizes = differences.filter((difference) => difference !== 0).map(Math.abs);
  if (sizes.every((size) => size === sizes[0])) return signTest(differences).p;
  // Sums of the same numbers in another order differ in the last bits: an equal sum must count as equal.
  const observed = Math.abs(sum(differences)) - 1e-9;
  return sizes.length <= MAX_ENUMERATED ? enumeratedP(sizes, observed) : drawnP(sizes, { observed, seed });
}

function enumeratedP(sizes: readonly number[], observed: number): number {
  const flips = 2 ** sizes.length;
  let extreme = 0;
  for (let flip = 0; flip < flips; flip++) {
    const total = sizes.reduce((running, size, i) => running + ((flip >> i) & 1 ? size : -size), 0);
    if (Math.abs(total) >= observed) extreme++;
  }
  return extreme / flips;
}

function drawnP(sizes: readonly number[], { observed, seed }: { readonly observed: number; readonly seed: number }): number {
  const random = seededRandom(seed, 'stats', 'permutation');
  // The observed signs are one of the flips, so p is never 0.
  let extreme = 1;
  for (let draw = 0; draw < DRAWN_FLIPS; draw++) {
    let total = 0;
    let signs = 0;
    for (let i = 0; i < sizes.length; i++) {
      if (i % 32 === 0) signs = random.bits(32);
      total += signs & 1 ? sizes[i]! : -sizes[i]!;
      signs >>>= 1;
    }
    if (Math.abs(total) >= observed) extreme++;
  }
  return extreme / (DRAWN_FLIPS + 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
