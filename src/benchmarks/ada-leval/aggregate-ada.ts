import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfMeans, meanOfRows, meansOfParts, rowsByAxis } from '../../datasets/index.ts';
import { BUILT_TASKS } from './built-tasks.ts';
import { ADA_TASKS } from './load-ada-leval.ts';

/**
 * Accuracy of each part at each level, as published, with the share of valid answers; the headline is the mean of the parts' means over their levels,
 * or of the built tasks where a run has no others.
 */
export function aggregateAda(rows: readonly ScoredRow[]): Aggregate[] {
  const parts = ADA_TASKS.flatMap(({ id, levels }) => {
    const byLevel = rowsByAxis(
      rows.filter(({ task }) => task === `ada-leval/${id}`),
      'level',
    );
    const ran = levels.flatMap((level) => {
      const own = byLevel.get(level) ?? [];
      const named = { metric: `${id}/${level}`, label: `${id}, ${level}` };
      const mean = meanOfRows(own, named);
      return mean.n === 0 ? [] : [{ mean, valid: meansOfParts(own, named) }];
    });
    const means = ran.map(({ mean }) => mean);
    return ran.length === 0 ? [] : [{ ran, mean: meanOfMeans(means, { metric: id, label: `${id}: mean of the levels` }) }];
  });
  const means = parts.map(({ mean }) => mean);
  const built = BUILT_TASKS.flatMap(({ kind, title }) => {
    const own = rows.filter(({ task }) => task === `ada-leval/built-${kind}`);
    const named = { metric: `built-${kind}`, label: `built-${kind}: ${title}` };
    return own.length === 0 ? [] : [{ mean: meanOfRows(own, named), parts: meansOfParts(own, named) }];
  });
  const headline = means.length > 0 || built.length === 0 ? means : built.map(({ mean }) => mean);
  return [
    meanOfMeans(headline, { metric: 'overall', label: means === headline ? 'Mean of the parts' : 'Mean of the built tasks' }),
    ...means,
    ...parts.flatMap(({ ran }) => ran.flatMap(({ mean, valid }) => [mean, ...valid])),
    ...built.flatMap(({ mean, parts: shares }) => [mean, ...shares]),
  ];
}
