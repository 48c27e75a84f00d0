import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfMeans, meanOfRows, rowsByAxis } from '../../datasets/index.ts';
import { CATEGORIES, LONGBENCH_TASKS, type LongBenchTask } from './tasks.ts';

interface Ran {
  readonly task: LongBenchTask;
  readonly rows: readonly ScoredRow[];
  readonly mean: Aggregate;
}

/**
 * As published: a category is the mean of its data sets in a language, a language the mean of its categories, code being in both tables. The headline is the
 * mean of the languages; then languages, categories, data sets.
 */
export function aggregateLongBench(rows: readonly ScoredRow[]): Aggregate[] {
  const ran = ranOf(rows);
  const tables = (['en', 'zh'] as const).flatMap((language) => tableOf(language, ran));
  const languages = tables.map(({ mean }) => mean);
  const headline = languages.length > 0 ? languages : ran.map(({ mean }) => mean);
  return [
    meanOfMeans(headline, { metric: 'overall', label: 'Mean of the languages’ category means' }),
    ...languages,
    ...tables.flatMap(({ categories }) => categories),
    ...ran.map(({ mean }) => mean),
  ];
}

/** LongBench-E: means by length of the text, of all data sets and of each. */
export function aggregateEven(rows: readonly ScoredRow[]): Aggregate[] {
  const ran = ranOf(rows);
  const bins = ['0-4k', '4-8k', '8k+'];
  const perSet = ran.map(({ task, rows: own }) => {
    const byBin = rowsByAxis(own, 'words');
    return bins.map((bin) => meanOfRows(byBin.get(bin) ?? [], { metric: `${task.id}/${bin}`, label: `${task.id}: ${bin} words` }));
  });
  return [
    meanOfMeans(
      ran.map(({ mean }) => mean),
      { metric: 'overall', label: 'Mean of the data sets' },
    ),
    ...bins.map((bin, i) =>
      meanOfMeans(
        perSet.map((means) => means[i]!),
        { metric: bin, label: `Mean of the data sets, ${bin} words` },
      ),
    ),
    ...ran.flatMap(({ mean }, i) => [mean, ...perSet[i]!]),
  ];
}

function ranOf(rows: readonly ScoredRow[]): Ran[] {
  return LONGBENCH_TASKS.flatMap((task) => {
    const own = rows.filter(({ task: id }) => id.endsWith(`/${task.id}`));
    return own.length === 0
      ? []
      : [{ task, rows: own, mean: meanOfRows(own, { metric: task.id, label: `${task.id} (${task.dataset.metric})` }) }];
  });
}

function tableOf(language: 'en' | 'zh', ran: readonly Ran[]) {
  if (!ran.some(({ task }) => task.language === language)) return [];
  const categories = CATEGORIES.flatMap((category) => {
    const own = ran.filter(({ task }) => task.category === category && (task.language === language || task.language === 'code'));
    if (own.length === 0) return [];
    const means = own.map(({ mean }) => mean);
    return [meanOfMeans(means, { metric: `${language}/${category}`, label: `${category}, ${language}`, cell: { language, category } })];
  });
  return [{ categories, mean: meanOfMeans(categories, { metric: language, label: `Mean of the categories, ${language}` }) }];
}
