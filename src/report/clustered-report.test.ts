import { expect, it } from 'vitest';
import { clusteredInterval, wilson, type Interval } from '../stats/index.ts';
import { heatMapsOf, renderHtml, renderMarkdown, renderSvg, renderTerminal, summarizeRun, taskScores } from './index.ts';
import { runRecord, scoredRow } from './testing/row.ts';

const at = (askedTokens: number, depthPercent: number) => ({ language: 'en', askedTokens, depthPercent, repeat: 0 });

it('counts answers on one haystack, and parts of one answer, for what they are worth', async () => {
  const depths = [0, 25, 50, 75, 100];
  const on = (repeat: number, values: readonly number[]) =>
    values.map((value, i) => scoredRow({ ...at(4000, depths[i]!), repeat }, value, { cluster: `haystack/en/${repeat}` }));
  const rows = [on(0, [1, 1, 1, 1, 1]), on(1, [0, 0, 0, 0, 1]), on(2, [1, 1, 1, 0, 1])].flat();
  const summary = await summarizeRun({ run: runRecord(), rows });
  const groups = [5, 1, 4].map((sum, repeat) => ({ cluster: `haystack/en/${repeat}`, stratum: 'en', sum, weight: 5 }));
  const whole = clusteredInterval(groups);
  const width = ({ low, high }: Interval) => high! - low!;
  expect(width(whole)).toBeGreaterThan(1.4 * width(wilson(10 / 15, 15)));
  expect(summary.overall).toMatchObject({ mean: 10 / 15, n: 15, ...whole });
  expect(taskScores(summary)[0]).toMatchObject(whole);
  expect(heatMapsOf(summary)[0]!.map.total).toMatchObject(whole);
  // One answer from each haystack in a depth: independent, as in a cell.
  expect(summary.profiles.find(({ axis }) => axis === 'depthPercent')!.points[0]).toMatchObject({ n: 3, ...wilson(2 / 3, 3) });
  expect(heatMapsOf(summary)[0]!.map.cells[0]![0]).toMatchObject({ n: 3, ...wilson(2 / 3, 3) });

  const parts = depths.map((depthPercent) => ({ cell: { depthPercent }, value: 1 }));
  const answers = [0, 1].map((repeat) => scoredRow({ language: 'en', askedTokens: 4000, repeat }, { value: 1, parts }));
  const [task] = taskScores(await summarizeRun({ run: runRecord(), rows: answers }));
  expect(task).toMatchObject({ n: 10, ...wilson(1, 2) });
});

it('has no interval over a single haystack, and says why', async () => {
  const rows = [0, 50, 100].map((depth) => scoredRow(at(4000, depth), 1, { cluster: 'haystack/en/0' }));
  const summary = await summarizeRun({ run: runRecord(), rows });
  expect(summary.overall).toMatchObject({ mean: 1, low: null, high: null });
  const why = 'no interval: one haystack or document per language; more documents, or --repeats for haystacks, give one';
  expect(await renderTerminal(summary, { columns: 80, color: 'none' })).toContain(`100.0 (${why}), n 3`);
  expect(renderMarkdown(summary)).toContain(`(${why})`);
  expect(await renderHtml(summary)).toContain(why);
  expect(await renderSvg(summary)).toContain(why);
  const bars = await renderSvg(summary, { figure: 'tasks' });
  expect(bars).toContain('find · English: 100.0 (95 %: –), n 3');
  // The value stands at the end of its bar, and there is no whisker.
  expect(bars).not.toContain('aria-label="rule"');
  const [, barEnd] = /translate\(([\d.]+),[\d.]+\)" y="0.32em">100\.0</.exec(bars)!;
  expect(Number(barEnd)).toBeGreaterThan(600);
});
