import { FathomError, type PythonRandom } from '../../core/index.ts';
import type { HaystackJob } from './haystack-task.ts';
import type { NeedleRow } from './needle-row.ts';
import { drawOwnNeedle } from './own-needles.ts';

/** Corrected mode's supply of needles: the official list when there is one, else our own without end. */
export function needleDraw({ data, language }: HaystackJob, rows: readonly NeedleRow[]): (random: PythonRandom) => NeedleRow {
  const own = rows.filter((row) => row.language === language);
  if (data.dataDir !== undefined && own.length === 0) {
    throw new FathomError('data', `needles.jsonl in ${data.dataDir} has no row in ${language}.`, {
      fix: `Ask for the languages that it has (--languages), or add rows.`,
    });
  }
  return data.dataDir === undefined ? (random) => drawOwnNeedle(random, language, data.prompts) : (random) => random.choice(own);
}

/** Why a corrected cell has no needle. */
export const NO_CLEAN_NEEDLE = {
  reason: 'no-clean-needle',
  detail: 'Every needle drawn has its key or keyword in the haystack, or in another needle.',
};
