import { readdirSync } from 'node:fs';
import { FathomError, type JsonObject } from '../core/index.ts';
import { visibleText } from '../report/index.ts';
import type { Plan } from '../runner/index.ts';

/** The error for a plan of skipped cells alone: the first detail of each reason, and what the data folder holds where nothing was found in it. */
export function nothingToAsk(plan: Plan, { dataDir }: JsonObject): FathomError {
  const skipped = plan.samples.flatMap((sample) => ('skipped' in sample ? [sample.skipped] : []));
  const reasons = [...new Map(skipped.toReversed().map(({ reason, detail }) => [reason, detail])).entries()].toReversed();
  const listed = reasons.map(([reason, detail]) => `${reason} (${plan.summary.skippedByReason[reason] ?? 0}): ${detail}`).join('\n  ');
  return new FathomError('misuse', `Nothing can be asked: all ${skipped.length} cells are skipped.\n  ${listed}`, {
    fix:
      typeof dataDir === 'string' && reasons.every(([reason]) => reason === 'no-data')
        ? `${folderContent(dataDir)} Name the folder with the data files: --data DIR (fathom data list says where they come from).`
        : 'Ask for other lengths or fewer needles, give a longer haystack, or state a larger window.',
  });
}

/** Names of a folder that a message can hold. */
const MOST_NAMES = 10;

function folderContent(folder: string): string {
  const names = readdirSync(folder).sort();
  if (names.length === 0) return 'The folder is empty.';
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `There is ${names.slice(0, MOST_NAMES).map(visibleText).join(', ')}${more}.`;
}
