import type { Aggregate, ScoredRow } from '../../core/index.ts';

/** The mean of all answers first; then one for each file, where there are several, and for each tag. */
export function aggregateQuestions(rows: readonly ScoredRow[]): Aggregate[] {
  const files = [...new Set(rows.map(({ task }) => task))];
  const tags = [...new Set(rows.flatMap(tagsOf))].sort();
  return [
    mean('overall', 'Mean of all questions', rows),
    ...(files.length > 1
      ? files.map((file) =>
          mean(
            `file/${file}`,
            file,
            rows.filter(({ task }) => task === file),
          ),
        )
      : []),
    ...tags.map((tag) =>
      mean(
        `tag/${tag}`,
        `tag ${tag}`,
        rows.filter((row) => tagsOf(row).includes(tag)),
      ),
    ),
  ];
}

function tagsOf({ cell }: ScoredRow): string[] {
  return typeof cell['tags'] === 'string' ? cell['tags'].split(', ') : [];
}

function mean(metric: string, label: string, rows: readonly ScoredRow[]): Aggregate {
  const values = rows.flatMap(({ result }) => (result.status === 'ok' ? [result.score.value] : []));
  const value = values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
  return { metric, label, cell: {}, value, n: values.length, missing: rows.length - values.length };
}
