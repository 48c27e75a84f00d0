import type { Corpus, PythonRandom } from '../../core/index.ts';
import { foldText } from '../../scoring/index.ts';
import { leaks } from './corpus-leaks.ts';
import type { NeedleRow } from './needle-row.ts';

const ATTEMPTS = 200;

/**
 * Draws needles whose answers can only come from them: key and keyword stand nowhere in the haystack, no keyword in any question, all keys
 * differ, and no keyword in another keyword or needle. Undefined when 200 draws a needle do not find them.
 */
export function drawCleanNeedles(
  random: PythonRandom,
  options: { readonly count: number; readonly draw: (random: PythonRandom) => NeedleRow; readonly corpus: Corpus },
): readonly NeedleRow[] | undefined {
  const rows: NeedleRow[] = [];
  for (let left = options.count * ATTEMPTS; left > 0 && rows.length < options.count; left--) {
    const row = options.draw(random);
    if (!leaks(options.corpus, row.value) && !leaks(options.corpus, row.key) && agrees(row, rows)) rows.push(row);
  }
  return rows.length === options.count ? rows : undefined;
}

function agrees(row: NeedleRow, rows: readonly NeedleRow[]): boolean {
  const holds = (text: string, part: string) => foldText(text).includes(foldText(part));
  if (holds(row.question, row.value)) return false;
  return rows.every(
    (other) =>
      foldText(other.key) !== foldText(row.key) &&
      !holds(other.needle, row.value) &&
      !holds(other.question, row.value) &&
      !holds(row.needle, other.value) &&
      !holds(row.question, other.value),
  );
}
