import { expect, it } from 'vitest';
import type { CellChange } from './compare-runs.ts';
import { differenceMaps } from './difference-map.ts';

const change = (cell: CellChange['cell'], before: number, after: number, n = 1): CellChange => ({
  task: 'demo/find',
  cell,
  before,
  after,
  n,
});

it('lays differences out by length and depth, pools other axes by n, and leaves what neither asked empty', () => {
  const changes = [
    change({ language: 'en', askedTokens: 8000, depthPercent: 100, position: 'end' }, 1, 0, 3),
    change({ language: 'en', askedTokens: 8000, depthPercent: 100, position: 'start' }, 0, 1, 1),
    change({ language: 'en', askedTokens: 1000, depthPercent: 0 }, 0.5, 0.5, 2),
    change({ language: 'zh', askedTokens: 1000, depthPercent: 0 }, 0, 1),
    change({ language: 'zh', askedTokens: 1000, depthPercent: 20 }, 0, 0),
    change({ needles: 3 }, 0, 1),
  ];
  const none = { before: null, after: null, difference: null, n: 0 };
  expect(differenceMaps(changes)).toEqual([
    {
      task: 'demo/find',
      language: 'en',
      x: 'askedTokens',
      y: 'depthPercent',
      columns: [1000, 8000],
      rows: [0, 100],
      cells: [
        [{ before: 0.5, after: 0.5, difference: 0, n: 2 }, none],
        [none, { before: 0.75, after: 0.25, difference: -0.5, n: 4 }],
      ],
    },
    {
      task: 'demo/find',
      language: 'zh',
      x: 'askedTokens',
      y: 'depthPercent',
      columns: [1000],
      rows: [0, 20],
      cells: [[{ before: 0, after: 1, difference: 1, n: 1 }], [{ before: 0, after: 0, difference: 0, n: 1 }]],
    },
  ]);
});
