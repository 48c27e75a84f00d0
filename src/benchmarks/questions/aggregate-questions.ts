import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfRows } from '../../datasets/index.ts';

/** The mean of all answers first; then one for each file, where there are several, and for each tag. */
export function aggregateQuestions(rows: readonly ScoredRow[]): Aggregate[] {
  const files = [...new Set(rows.map(({ task }) => task))];
  const tags = [...new Set(rows.flatMap(tagsOf))].sort();
  return [
    meanOfRows(rows, { metric: 'overall', label: 'Mean of all questions' }),
    ...(files.length > 1
      ? files.map((file) =>
          meanOfRows(
            rows.filter(({ task }) => task === file),
            { metric: `file/${file}`, label: file },
          ),
        )
      : []),
    ...tags.map((tag) =>
      meanOfRows(
        rows.filter((row) => tagsOf(row).includes(tag)),
        { metric: `tag/${tag}`, label: `tag ${tag}` },
      ),
    ),
  ];
}

function tagsOf({ cell }: ScoredRow): string[] {
  return typeof cell['tags'] === 'string' ? cell['tags'].split(', ') : [];
}
