import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfRows, meansOfParts, partOf, rowsByAxis } from '../../datasets/index.ts';
import { DETECTIVE_TASKS } from './tasks.ts';

/** Accuracy over all questions as the headline; by language, by who wrote the question, by both; then the clues. */
export function aggregateDetectiveqa(rows: readonly ScoredRow[]): Aggregate[] {
  const languages = [...rowsByAxis(rows, 'language')];
  const accuracy = (some: readonly ScoredRow[], metric: string, label: string) => meanOfRows(some, { metric, label: `Accuracy, ${label}` });
  const sets = DETECTIVE_TASKS.map(({ id }) => ({ id, own: rows.filter(({ task }) => task === `detectiveqa/${id}`) })).filter(
    ({ own }) => own.length > 0,
  );
  const steps = meanOfRows(rows, {
    metric: 'judge/steps',
    label: 'Steps of the reasoning, by a judge',
    take: (row) => partOf(row, 'judge/steps'),
  });
  return [
    accuracy(rows, 'overall', 'all questions'),
    ...languages.map(([language, own]) => accuracy(own, String(language), String(language))),
    ...sets.flatMap(({ id, own }) => [
      accuracy(own, id, id),
      ...[...rowsByAxis(own, 'language')].map(([language, some]) => accuracy(some, `${id}/${language}`, `${id}, ${language}`)),
    ]),
    ...meansOfParts(rows, { metric: 'clues', label: 'Clues' }).filter(({ metric }) => metric !== 'clues/judge/steps'),
    ...(steps.n > 0 ? [steps] : []),
  ];
}
