import { loadPlotKit } from '../charts/load-plot-kit.ts';
import type { RunSummary } from '../run-summary.ts';
import { breakdownsSection, heatMapsSection, profilesSection, tasksSection } from './chart-sections.ts';
import { baselineSection } from './baseline-section.ts';
import { headlineSection } from './headline.ts';
import { page } from './page.ts';
import { repeatSection } from './repeat-section.ts';
import type { Grouping } from '../score-groups.ts';
import { groupsSection } from './groups-section.ts';
import { aggregatesSection, alarmsBanner, cellsSection, troublesSection, usageSection } from './table-sections.ts';
import { worstSection } from './worst-section.ts';

/**
 * A run as one self-contained HTML page that opens offline: no script, no outside file, light and dark. Everything that a model or a data file
 * wrote is escaped.
 */
export async function renderHtml(summary: RunSummary, { by }: { readonly by?: readonly Grouping[] } = {}): Promise<string> {
  const kit = await loadPlotKit();
  const sections = [
    headlineSection(summary),
    alarmsBanner(summary),
    tasksSection(summary, kit),
    baselineSection(summary),
    heatMapsSection(summary, kit),
    profilesSection(summary, kit),
    breakdownsSection(summary, kit),
    groupsSection(summary, by),
    aggregatesSection(summary),
    worstSection(summary),
    usageSection(summary),
    troublesSection(summary),
    cellsSection(summary),
    repeatSection(summary),
  ];
  return page(
    `${summary.model} · Fathom`,
    sections.filter((part) => part !== undefined),
  );
}
