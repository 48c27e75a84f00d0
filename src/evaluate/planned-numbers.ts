import type { Aggregate, Family, Json, Sample, ScoredRow, SkippedSample } from '../core/index.ts';
import { answered } from './with-failures.ts';

/** The numbers that families will publish over samples that are all answered, known before any is asked. Those that only answers bring are not among them. */
export function plannedNumbers(
  samples: readonly (Sample | SkippedSample)[],
  { families, taskOptions }: { readonly families: readonly Family[]; readonly taskOptions: Json },
): readonly Aggregate[] {
  const rows = samples.map(({ task, cell, ...sample }): ScoredRow => {
    const group = 'group' in sample && sample.group !== undefined ? { group: sample.group } : {};
    const row = { task, cell, ...group };
    return 'skipped' in sample ? { ...row, result: { status: 'skipped', ...sample.skipped } } : answered(row);
  });
  return families.flatMap((family) => {
    const own = rows.filter((row) => family.tasks.some((task) => task.id === row.task));
    return own.length === 0 ? [] : family.aggregate(own, taskOptions);
  });
}
