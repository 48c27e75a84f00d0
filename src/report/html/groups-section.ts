import { groupTable, shownGroupings } from '../group-table.ts';
import type { RunSummary } from '../run-summary.ts';
import type { Grouping } from '../score-groups.ts';
import { html, type Markup } from './html-template.ts';
import { section, table } from './section.ts';

/** Scores of tasks that share a tag. Default: the groupings that tell something apart. */
export function groupsSection(summary: RunSummary, by: readonly Grouping[] = shownGroupings(summary)): Markup | undefined {
  const tables = by.flatMap((each) => {
    const { head, rows } = groupTable(summary, each);
    if (rows.length === 0) return [];
    return [html`<h3>By ${each}</h3>`, table(head, rows, { numeric: head.map((_, i) => i).slice(1) })];
  });
  if (tables.length === 0) return undefined;
  return section('What was asked for', tables, {
    note: 'Scope: how much of the text an answer needs; diffusion: how hard it is to find; 1 low, 3 high, by our own assignment (after arXiv 2407.00402). Means over all answers of the tasks with a tag; the floor is a baseline on the same samples.',
  });
}
