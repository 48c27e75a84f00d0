import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { summarizeRun } from '../summarize-run.ts';
import { exampleRun } from '../testing/example-run.ts';
import { barPanel, browserPlotKit, curveGroups, curvePanel, heatMapPanel, heatMapsOf, taskBars, taskScores } from './index.ts';
import { loadPlotKit } from './load-plot-kit.ts';
import type { PlotKit } from './plot-kit.ts';

const summary = await summarizeRun(exampleRun({ lengths: [1000, 8000], depths: [0, 100], repeats: 2 }));

it('draws the panels of the reports as elements of its own document, without a style element', async () => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const panelsOf = <Drawing>(kit: PlotKit<Drawing>) => [
    heatMapPanel(heatMapsOf(summary)[0]!.map, kit),
    curvePanel(curveGroups(summary.profiles, 'askedTokens')[0]!, kit),
    barPanel(taskBars(taskScores(summary), summary.languages), kit),
  ];
  const elements = panelsOf(await browserPlotKit(document)).map(({ svg }) => svg);
  const markup = panelsOf(await loadPlotKit()).map(({ svg }) => svg);
  expect(elements.map((element) => String(element.outerHTML))).toEqual(markup);
  for (const element of elements) {
    expect(element.ownerDocument).toBe(document);
    expect(element.querySelector('style')).toBeNull();
  }
});
