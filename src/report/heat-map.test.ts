import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../stats/index.ts';
import { axisLabel, axisValues, cellKey, compareCells, firstAxes } from './axis.ts';
import { heatMap, heatMapsOf, summarizeRun, type ScoreSummary } from './index.ts';
import { failedRow, runRecord, scoredRow, skippedRow } from './testing/row.ts';

function score(cell: ScoreSummary['cell'], mean: number | null, n: number): ScoreSummary {
  return { task: 't', metric: 'm', mode: 'corrected', cell, n, missing: mean === null ? 1 : 0, mean, ...wilson(mean, n) };
}

describe('heatMap', () => {
  it('sorts axes by number, not as text', () => {
    const scores = [8, 16, 128, 4, 1000, 32, 2].flatMap((askedTokens) =>
      [100, 0, 12.5, 50, 5].map((depthPercent) => score({ askedTokens, depthPercent }, 1, 1)),
    );
    const map = heatMap(scores);
    expect(map.columns).toEqual([2, 4, 8, 16, 32, 128, 1000]);
    expect(map.rows).toEqual([0, 5, 12.5, 50, 100]);
  });

  it('keeps an empty place empty, marks what was skipped, and pools other axes by n', () => {
    const scores = [
      score({ askedTokens: 4000, depthPercent: 0, needles: 2 }, 1, 3),
      score({ askedTokens: 4000, depthPercent: 0, needles: 3 }, 0, 1),
      score({ askedTokens: 4000, depthPercent: 50 }, null, 0),
      score({ askedTokens: 10000, depthPercent: 0 }, 0, 2),
    ];
    const skipped = [{ task: 't', cell: { askedTokens: 1000 }, reason: 'too-short', detail: '', count: 1 }];
    const map = heatMap(scores, { skipped });
    const cell = (state: string, mean: number | null, n: number, missing = 0) => ({ state, mean, n, missing, ...wilson(mean, n) });
    expect(map).toEqual({
      x: 'askedTokens',
      y: 'depthPercent',
      columns: [1000, 4000, 10000],
      rows: [0, 50],
      cells: [
        [cell('skipped', null, 0), cell('scored', 0.75, 4), cell('scored', 0, 2)],
        [cell('skipped', null, 0), cell('missing', null, 0, 1), cell('absent', null, 0)],
      ],
      columnMeans: [cell('skipped', null, 0), cell('scored', 0.75, 4, 1), cell('scored', 0, 2)],
      rowMeans: [cell('scored', 0.5, 6), cell('skipped', null, 0, 1)],
      total: cell('scored', 0.5, 6, 1),
    });
  });

  it('takes any two axes', () => {
    const scores = ['zh', 'en'].flatMap((language) => [10, 9].map((needles) => score({ language, needles }, 1, 1)));
    const { columns, rows } = heatMap(scores, { x: 'needles', y: 'language' });
    expect({ columns, rows }).toEqual({ columns: [9, 10], rows: ['en', 'zh'] });
  });

  it('has a mean that is the mean of all its scores, whatever the axes', () => {
    const cells = fc.record({ askedTokens: fc.nat(5), depthPercent: fc.nat(5) });
    const scores = fc.array(fc.tuple(cells, fc.constantFrom(0, 0.25, 1), fc.integer({ min: 1, max: 9 })), { minLength: 1 });
    fc.assert(
      fc.property(scores, (drawn) => {
        const map = heatMap(drawn.map(([cell, mean, n]) => score(cell, mean, n)));
        const n = drawn.reduce((sum, [, , weight]) => sum + weight, 0);
        const mean = drawn.reduce((sum, [, value, weight]) => sum + value * weight, 0) / n;
        expect(map.total).toMatchObject({ n, mean: expect.closeTo(mean, 10) as number });
        expect(map.cells.flat().reduce((sum, cell) => sum + cell.n, 0)).toBe(n);
      }),
    );
  });
});

it('draws one map per task and language, none for a task without both axes', async () => {
  const rows = [
    scoredRow({ language: 'en', askedTokens: 4000, depthPercent: 0 }, 1),
    scoredRow({ language: 'en', askedTokens: 8000, depthPercent: 0 }, 1),
    failedRow({ language: 'zh', askedTokens: 8000, depthPercent: 0 }),
    skippedRow({ language: 'zh', askedTokens: 4000, depthPercent: 0 }),
    scoredRow({ language: 'en', needles: 2 }, 1, { task: 'demo/chain' }),
  ];
  const maps = heatMapsOf(await summarizeRun({ run: runRecord(), rows }));
  expect(maps.map(({ facet, map }) => ({ ...facet, states: map.cells.flat().map((cell) => cell.state) }))).toEqual([
    { task: 'demo/find', metric: 'keyword', mode: 'corrected', language: 'en', states: ['scored', 'scored'] },
    { task: 'demo/find', metric: 'keyword', mode: 'corrected', language: 'zh', states: ['skipped', 'missing'] },
  ]);
});

describe('axes', () => {
  it.each([
    [[{ language: 'en', askedTokens: 1, depthPercent: 5 }, { needles: 3 }], { x: 'askedTokens', y: 'depthPercent' }],
    [
      [1, 2, 3].map((needles) => ({ language: 'en', needles, question: needles > 1 ? 'distance' : 'elder', repeat: needles })),
      { x: 'needles', y: 'question' },
    ],
    [[{ language: 'en' }], { x: 'askedTokens', y: 'depthPercent' }],
  ])('of a first map of %j', (cells, axes) => {
    expect(firstAxes(cells)).toEqual(axes);
  });

  it.each([
    ['askedTokens', 4000, '4k'],
    ['askedTokens', 4096, '4Ki'],
    ['askedTokens', 1_000_000, '1M'],
    ['askedTokens', 1_500_000, '1.5M'],
    ['askedTokens', 500, '500'],
    ['askedTokens', 12_345, '12345'],
    ['depthPercent', 40, '40 %'],
    ['depthPercent', 33.3333333, '33.333 %'],
    ['needles', 11, '11'],
    ['question', 'eldest', 'eldest'],
  ])('labels %s %s as %s', (axis, value, label) => {
    expect(axisLabel(axis, value)).toBe(label);
  });

  it('orders mixed values: numbers first, then text in natural order', () => {
    const cells = ['b10', 10, 'b9', 9, true].map((value) => ({ axis: value }));
    expect(axisValues(cells, 'axis')).toEqual([9, 10, 'b9', 'b10', true]);
  });

  it('orders cells totally: only equal cells tie', () => {
    const cell = fc.dictionary(fc.constantFrom('language', 'askedTokens', 'x'), fc.constantFrom<string | number>(1, 2, 10, 'a'));
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        expect(compareCells(a, b) === 0).toBe(cellKey(a) === cellKey(b));
        expect(Math.sign(compareCells(a, b)) + Math.sign(compareCells(b, a))).toBe(0);
      }),
    );
  });
});
