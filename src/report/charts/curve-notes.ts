import { EFFECTIVE_THRESHOLD } from '../../stats/index.ts';
import { countLabel, NO_INTERVAL } from '../labels.ts';
import type { Profile } from '../run-summary.ts';
import { effectiveNote, panelLengths } from './effective-marks.ts';

/** What a panel of curves says in words below its title: the effective length of each profile, and the answers behind its points. */
export function curveNotes(profiles: readonly Profile[]): readonly string[] {
  const scored = profiles.flatMap(({ points }) => points.filter(({ mean }) => mean !== null));
  const counts = scored.map(({ n }) => Math.round(n));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const range = least === most ? countLabel(least) : `${countLabel(least)}–${countLabel(most)}`;
  return [
    ...panelLengths(profiles, EFFECTIVE_THRESHOLD).map(effectiveNote),
    ...(counts.length > 0 ? [`n ${range} per point`] : []),
    ...(scored.some(({ low }) => low === null) ? [NO_INTERVAL] : []),
  ];
}
