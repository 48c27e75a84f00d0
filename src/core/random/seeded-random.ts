import { PythonRandom } from './python-random.ts';

/**
 * A generator for one place in the world: the seed is the run's seed and the names of the place
 * (`seededRandom(7, 'needlebench', 'haystack', 'en', 3)`), so that draws never depend on the order in which samples are made.
 * The key is the UTF-8 of the parts, each followed by U+0000, four bytes to a word, after two words for the seed.
 */
export function seededRandom(seed: number, ...place: readonly (string | number)[]): PythonRandom {
  const bytes = new TextEncoder().encode(place.map((part) => `${part}\0`).join(''));
  const words = [seed >>> 0, Math.floor(seed / 4294967296) >>> 0, bytes.length];
  for (let i = 0; i < bytes.length; i += 4) {
    words.push((bytes[i]! | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24)) >>> 0);
  }
  return new PythonRandom(words);
}
