import { expect, test } from 'vitest';
import type { Cell, Json, Result, ScoredRow } from '../../core/index.ts';
import { aggregateNeedleBench } from './aggregate.ts';

const ok = (points: number, more = {}): Result => ({ status: 'ok', score: { value: points, mode: 'corrected', metric: 'm', ...more } });
const lost: Result = { status: 'error', reason: 'network', detail: 'reset' };
const row = (task: string, cell: Cell, result: Result | number, group?: string): ScoredRow => ({
  task: `needlebench/${task}`,
  cell,
  result: typeof result === 'number' ? ok(result) : result,
  ...(group !== undefined && { group }),
});
const at = (askedTokens: number, depthPercent: number, more: Cell = {}): Cell => ({
  askedTokens,
  depthPercent,
  language: 'en',
  repeat: 0,
  ...more,
});

function value(rows: readonly ScoredRow[], metric: string, { cell = {}, options = {} }: { cell?: Cell; options?: Json } = {}) {
  return aggregateNeedleBench(rows, options).find((each) => each.metric === metric && JSON.stringify(each.cell) === JSON.stringify(cell));
}

const single = [row('single-retrieval', at(1000, 0), 1), row('single-retrieval', at(2000, 0), 0.8)];
const parts = (low: number, high: number) => [
  { cell: { depthPercent: 0 }, value: low },
  { cell: { depthPercent: 100 }, value: high },
];
const multi = [row('multi-retrieval', { askedTokens: 1000, needles: 2, language: 'en', repeat: 0 }, ok(0.5, { parts: parts(1, 0) }))];
const reasoning = [
  row('multi-reasoning', at(1000, 0, { needles: 2 }), 0.2),
  row('multi-reasoning', at(1000, 0, { needles: 3, language: 'zh' }), 0),
];
const rows = [...single, ...multi, ...reasoning];

test('overall: thirds in v2, .4/.3/.3 in v1, headline first', () => {
  expect(aggregateNeedleBench(rows, {})[0]).toEqual({
    metric: 'overall',
    label: 'Overall (mean of S-RT, M-RT, M-RS)',
    cell: {},
    value: expect.closeTo((0.9 + 0.5 + 0.1) / 3, 12),
    n: 5,
    missing: 0,
  });
  for (const options of [{ version: 'v1' }, { suite: 'v1-8k' }]) {
    expect(value(rows, 'overall', { options })).toMatchObject({ value: expect.closeTo(0.4 * 0.9 + 0.3 * 0.5 + 0.3 * 0.1, 12) });
  }
});

test('the printed table repeats M-RT in the S-RT column, in compat only', () => {
  expect(value(rows, 'overall-as-printed')).toBeUndefined();
  expect(value(rows, 'overall-as-printed', { options: { mode: 'compat' } })).toMatchObject({
    value: expect.closeTo((0.5 + 0.5 + 0.1) / 3, 12),
  });
});

test('groups, languages and needle counts', () => {
  expect(value(rows, 'single-retrieval')).toMatchObject({ value: 0.9, n: 2, label: 'S-RT' });
  expect(value(rows, 'multi-reasoning', { cell: { language: 'zh' } })).toMatchObject({ value: 0, n: 1 });
  expect(value(rows, 'multi-reasoning', { cell: { needles: 2 } })).toMatchObject({ value: 0.2, n: 1 });
  expect(value(rows, 'multi-reasoning', { cell: { language: 'en', needles: 3 } })).toBeUndefined();
  expect(value(rows, 'overall', { cell: { language: 'zh' } })).toMatchObject({ value: 0, label: 'Overall of what ran: M-RS only' });
});

test('a group is the mean of its datasets, so that a lost repeat does not shift the weights', () => {
  const uneven = [
    row('single-retrieval', at(1000, 0), 1),
    row('single-retrieval', at(1000, 0, { repeat: 1 }), 1),
    row('single-retrieval', at(2000, 0), 0),
    row('single-retrieval', at(2000, 0, { repeat: 1 }), lost),
  ];
  expect(value(uneven, 'single-retrieval')).toMatchObject({ value: 0.5, n: 3, missing: 1 });
});

test('missing stays missing', () => {
  expect(value([row('single-retrieval', at(1000, 0), lost)], 'overall')).toEqual({
    metric: 'overall',
    label: 'Overall of what ran: S-RT only',
    cell: {},
    value: null,
    n: 0,
    missing: 1,
  });
  expect(value([...multi, row('single-retrieval', at(1000, 0), lost)], 'overall')).toMatchObject({ value: null, n: 1, missing: 1 });
  expect(aggregateNeedleBench([], {})).toEqual([
    { metric: 'overall', label: 'Overall (nothing ran)', cell: {}, value: null, n: 0, missing: 0 },
  ]);
});

test('the heat map weights cells that all three groups have', () => {
  const cell = { askedTokens: 1000, depthPercent: 0 };
  expect(value(rows, 'heat-map', { cell })).toMatchObject({ value: expect.closeTo((1 + 1 + 0.1) / 3, 12), n: 4 });
  expect(value(rows, 'heat-map-overall')).toMatchObject({ value: expect.closeTo(0.7, 12) });
  expect(aggregateNeedleBench(rows, {}).filter(({ metric }) => metric === 'heat-map')).toHaveLength(1);
  expect(value(single, 'heat-map-overall')).toBeUndefined();
});

test('the heat map counts every row without a score', () => {
  const failed = [
    row('single-retrieval', at(1000, 0, { repeat: 1 }), lost),
    row('multi-retrieval', { askedTokens: 1000, needles: 2, language: 'en', repeat: 1 }, lost),
  ];
  expect(value([...rows, ...failed], 'heat-map-overall')).toMatchObject({ value: expect.closeTo(0.7, 12), missing: 2 });
});

const trace = (needles: number, score: Result | number, more: Cell = {}) =>
  row('ancestral-trace', { language: 'en', needles, question: 'eldest', repeat: 0, ...more }, score);

test('ancestral trace: weighted by N, up to 64, ENL-50', () => {
  const sizes = [trace(2, 1), trace(64, 0.5), trace(128, 0.25), trace(512, lost)];
  expect(value(sizes, 'overall')).toMatchObject({
    value: null,
    n: 3,
    missing: 1,
    label: 'Overall of what ran: ATC, weighted by N (no score at N = 512) only',
  });
  expect(value(sizes.slice(0, 3), 'overall')).toMatchObject({ value: expect.closeTo((2 + 32 + 32) / 194, 12), n: 3, missing: 0 });
  expect(value(sizes, 'ancestral-trace/up-to-64')).toMatchObject({ value: expect.closeTo(34 / 66, 12) });
  expect(value(sizes, 'ancestral-trace/enl-50')).toMatchObject({ value: 64, unit: 'needles' });
  expect(value([trace(2, 0.4)], 'ancestral-trace/enl-50')).toMatchObject({ value: 0 });
  expect(value([trace(2, lost)], 'ancestral-trace/enl-50')).toMatchObject({ value: null, missing: 1 });
  expect(value(sizes, 'ancestral-trace/size', { cell: { needles: 512 } })).toMatchObject({ value: null, missing: 1 });
});

test('v1: the last N before scores fall below 60', () => {
  const line = (needles: number, score: number) =>
    row('ancestral-trace', { language: 'en', needles, form: 'v1-ordered', repeat: 0 }, score);
  const reach = (lines: readonly ScoredRow[]) => value(lines, 'ancestral-trace/v1-ordered/reach', { cell: { form: 'v1-ordered' } })?.value;
  expect(reach([line(2, 1), line(5, 0.6), line(8, 0.2), line(11, 1)])).toBe(5);
  expect(reach([line(2, 0.1), line(5, 1)])).toBe(0);
  expect(reach([line(2, 1), line(5, 1)])).toBe(5);
});

test('choice: circular scores over whole items', () => {
  const item = (group: string, picked: readonly (number | null)[]) =>
    picked.map((pick, rotation) =>
      row(
        'ancestral-trace',
        { needles: 2, form: 'choice', rotation },
        pick === null ? lost : ok(Number(pick === 0), { counts: { picked: pick } }),
        group,
      ),
    );
  const all = [...item('a', [0, 0, 0, 0]), ...item('b', [0, 0, 0, 1]), ...item('c', [1, 1, null, 0])];
  const cell = { form: 'choice' };
  for (const metric of ['choice', 'choice/vote'])
    expect(value([...all.slice(0, 4), ...all.slice(4, 7)], `ancestral-trace/${metric}`, { cell })).toMatchObject({
      value: 1,
      n: 1,
      missing: 1,
    });
  expect(value(all.slice(0, 3), 'ancestral-trace/choice', { cell })).toMatchObject({ value: null, n: 0, missing: 1 });
  expect(value(all, 'ancestral-trace/choice', { cell })).toMatchObject({ value: 0.5, n: 2, missing: 1 });
  expect(value(all, 'ancestral-trace/choice/acc-4', { cell })).toMatchObject({ value: 7 / 8 });
  expect(value(all, 'ancestral-trace/choice/vote', { cell })).toMatchObject({ value: 1 });
});

test('classes of failure are counted, progress is averaged', () => {
  const wrong = (errorClass: string, progress: number) => trace(4, ok(0, { errorClass, parts: [{ metric: 'progress', value: progress }] }));
  const some = [wrong('under-thinking', 0.5), wrong('under-thinking', 0), wrong('no-box', 0.25), trace(4, 1)];
  expect(value(some, 'ancestral-trace/errors/under-thinking')).toMatchObject({ value: 2, unit: 'count', n: 4 });
  expect(value(some, 'ancestral-trace/progress')).toMatchObject({ value: 0.25, n: 3 });
});
