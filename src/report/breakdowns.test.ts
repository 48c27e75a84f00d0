import { expect, it } from 'vitest';
import { breakdownsOf } from './breakdowns.ts';
import { renderSvg } from './charts/figures.ts';
import { firstAxes } from './axis.ts';
import { heatMapsOf } from './heat-map.ts';
import { radarsOf } from './radars.ts';
import { summarizeRun } from './summarize-run.ts';
import { renderTerminal } from './terminal/render-terminal.ts';
import { runRecord, scoredRow, failedRow } from './testing/row.ts';

const at = (difficulty: string, words: string) => ({ language: 'en', difficulty, words });
const ROWS = [
  scoredRow(at('easy', 'short'), 1, { id: 'a' }),
  scoredRow(at('easy', 'long'), 0.5, { id: 'b' }),
  scoredRow(at('hard', 'medium'), 0, { id: 'c' }),
  failedRow(at('hard', 'long'), { id: 'd' }),
];
const spoke = (category: string, language: string, value: number | null) => ({
  metric: `${language}/${category}`,
  label: category,
  cell: { language, category },
  value,
  n: value === null ? 0 : 2,
  missing: 0,
});
const AGGREGATES = ['qa', 'code', 'summaries'].flatMap((category, i) => [
  spoke(category, 'en', i / 2),
  spoke(category, 'zh', i === 1 ? null : 1),
]);
const view = (kind: 'table' | 'radar', x: string, y: string) => [
  { task: 'demo/find', tags: ['qa', 'scope:1', 'diffusion:2'], views: [{ kind, x, y }] },
];
const summary = await summarizeRun({
  run: runRecord(),
  rows: ROWS,
  aggregates: AGGREGATES,
  taskFacts: [...view('table', 'words', 'difficulty'), ...view('radar', 'category', 'language')],
});

it('breaks scores down by what is no number, in the order of sizes', () => {
  const found = breakdownsOf(summary).map(({ axis, places }) => [axis, places.map((each) => [each.at, each.mean, each.n, each.missing])]);
  expect(found).toEqual([
    [
      'difficulty',
      [
        ['easy', 0.75, 2, 0],
        ['hard', 0, 1, 1],
      ],
    ],
    [
      'words',
      [
        ['short', 1, 1, 0],
        ['medium', 0, 1, 0],
        ['long', 0.5, 1, 1],
      ],
    ],
  ]);
});

it('lays the table of a view over its own axes, and keeps the usual ones for tasks that name none', () => {
  const [{ map } = { map: undefined }] = heatMapsOf(summary);
  expect([map?.x, map?.y, map?.columns, map?.rows]).toEqual(['words', 'difficulty', ['short', 'medium', 'long'], ['easy', 'hard']]);
  expect(heatMapsOf({ ...summary, taskFacts: [] })).toEqual([]);
});

it('begins with axes that some cell has both of', () => {
  expect(firstAxes([{ a: 1, b: 1 }, { a: 2, b: 1 }, { level: '1k' }, { level: '2k' }, { level: '4k' }])).toEqual({ x: 'a', y: 'b' });
  expect(firstAxes([{ a: 1 }])).toEqual({ x: 'askedTokens', y: 'depthPercent' });
});

it('makes a radar of the aggregates on an axis, a spoke without a score left out', async () => {
  expect(radarsOf(summary)).toEqual([
    {
      axis: 'category',
      spokes: ['qa', 'code', 'summaries'],
      series: [
        { name: 'en', values: [0, 0.5, 1], n: [2, 2, 2] },
        { name: 'zh', values: [1, null, 1], n: [2, 0, 2] },
      ],
    },
  ]);
  const svg = await renderSvg(summary, { figure: 'radar' });
  expect([...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title)).toEqual([
    'mock/echo',
    'English, qa: 0.0, n 2',
    'English, code: 50.0, n 2',
    'English, summaries: 100.0, n 2',
    'Chinese, qa: 100.0, n 2',
    'Chinese, summaries: 100.0, n 2',
  ]);
});

it('groups scores by tags and language, and says so in the terminal', async () => {
  expect(summary.groups.map(({ by, name, mean, n, missing }) => [by, name, mean, n, missing])).toEqual([
    ['ability', 'qa', 0.5, 3, 1],
    ['scope', '1', 0.5, 3, 1],
    ['diffusion', '2', 0.5, 3, 1],
    ['language', 'en', 0.5, 3, 1],
    ['tag', 'diffusion:2', 0.5, 3, 1],
    ['tag', 'qa', 0.5, 3, 1],
    ['tag', 'scope:1', 0.5, 3, 1],
  ]);
  const style = { columns: 100, color: 'none' } as const;
  expect(await renderTerminal(summary, style, { by: ['diffusion'] })).toMatch(/^diffusion +score.*\n2 +50\.0/m);
  expect(await renderTerminal(summary, style)).not.toContain('diffusion ');
});

it('draws curves of aggregates where answers do not lie on the axis', async () => {
  const turn = (number: number, rule: string, value: number) => ({
    metric: `turn-${number}/${rule}`,
    label: rule,
    cell: { language: 'en', turn: number, rule },
    value,
    n: 4,
    missing: 0,
  });
  const { profiles } = await summarizeRun({
    run: runRecord(),
    rows: [scoredRow({ language: 'en' }, 1)],
    aggregates: [turn(2, 'strict', 0.5), turn(1, 'strict', 1), turn(1, 'loose', 1)],
    taskFacts: [{ task: 'demo/find', tags: [], views: [{ kind: 'profile', x: 'turn' }] }],
  });
  expect(profiles).toEqual([
    {
      task: 'demo/find',
      metric: 'strict',
      mode: 'corrected',
      language: 'en',
      axis: 'turn',
      points: [1, 0.5].map((mean, i) => ({ at: i + 1, mean, low: null, high: null, n: 4, missing: 0 })),
    },
  ]);
});
