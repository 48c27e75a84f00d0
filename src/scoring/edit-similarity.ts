import { distance } from 'fastest-levenshtein';

/** Similarity `1 − Levenshtein / longer length` of two texts as code points (0–1); two empty texts are alike. */
export function editSimilarity(given: readonly string[], wanted: readonly string[]): number {
  const longer = Math.max(given.length, wanted.length);
  return longer === 0 ? 1 : 1 - distance(...oneUnitEach(given, wanted)) / longer;
}

/** fastest-levenshtein compares UTF-16 units: gives each code point of the reference a unit of its own, and all others one unit. */
function oneUnitEach(given: readonly string[], wanted: readonly string[]): [string, string] {
  const units = new Map<string, string>();
  for (const point of wanted) if (!units.has(point)) units.set(point, String.fromCharCode(Math.min(units.size + 1, 0xffff)));
  const coded = (points: readonly string[]) => points.map((point) => units.get(point) ?? '\0').join('');
  return [coded(given), coded(wanted)];
}
