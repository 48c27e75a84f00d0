import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { groupBy, meanOf } from './means.ts';

const BOXED = ['multi-reasoning', 'ancestral-trace', 'ancestral-trace-hard'];

/** For each reasoning task: how often each class of failure occurred, and the mean progress along the chain. */
export function errorCounts(rows: readonly ScoredRow[]): Aggregate[] {
  return BOXED.flatMap((task) => {
    const own = rows.filter((row) => row.task === `needlebench/${task}`);
    const { n, missing } = meanOf(own);
    const classes = [...groupBy(own.flatMap(errorOf), (name) => name)].sort(([a], [b]) => (a < b ? -1 : 1));
    const counted = classes.map(([name, all]): Aggregate => ({
      metric: `${task}/errors/${name}`,
      label: `${task}: ${name}`,
      cell: {},
      value: all.length,
      n,
      missing,
      unit: 'count',
    }));
    return [...progress(task, own), ...counted];
  });
}

function errorOf({ result }: ScoredRow): string[] {
  return result.status === 'ok' && result.score.errorClass !== undefined ? [result.score.errorClass] : [];
}

function progress(task: string, rows: readonly ScoredRow[]): Aggregate[] {
  const parts = rows.flatMap(({ result }) =>
    result.status === 'ok' ? (result.score.parts ?? []).filter(({ metric }) => metric === 'progress') : [],
  );
  if (parts.length === 0) return [];
  const value = parts.reduce((sum, part) => sum + part.value, 0) / parts.length;
  return [
    {
      metric: `${task}/progress`,
      label: `${task}: mean progress along the chain`,
      cell: {},
      value,
      n: parts.length,
      missing: meanOf(rows).missing,
    },
  ];
}
