import { expect, it } from 'vitest';
import { compareRuns, renderComparisonJson, renderComparisonMarkdown, renderComparisonTerminal } from './index.ts';
import { failedRow, runRecord, scoredRow, skippedRow } from './testing/row.ts';

const cell = (repeat: number) => ({ language: 'en', askedTokens: 4000, repeat });
const BEFORE = runRecord({ id: 'r1' });
const AFTER = runRecord({ id: 'r2', strategy: 'retrieval' });

/** Ten shared samples: six rise, one falls, two stay, one failed in the second run; one more on each side. */
const before = [
  ...[0, 1, 2, 3, 4, 5].map((repeat) => scoredRow(cell(repeat), 0, { answer: 'no' })),
  ...[6, 7, 8, 9].map((repeat) => scoredRow(cell(repeat), 1, { answer: 'yes' })),
  scoredRow(cell(10), 1),
  skippedRow(cell(12)),
];
const after = [
  ...[0, 1, 2, 3, 4, 5].map((repeat) => scoredRow(cell(repeat), 1, { answer: 'yes' })),
  scoredRow(cell(6), 0.5, { answer: 'so so' }),
  ...[7, 8].map((repeat) => scoredRow(cell(repeat), 1)),
  failedRow(cell(9)),
  scoredRow(cell(11), 1),
];

const COMPARISON = await compareRuns({ run: BEFORE, rows: before }, { run: AFTER, rows: after }, { limit: 7 });

it('pairs by sample id, whole', () => {
  const change = {
    n: 9,
    missing: 1,
    before: expect.closeTo(1 / 3, 12) as number,
    after: expect.closeTo(8.5 / 9, 12) as number,
    difference: expect.closeTo(5.5 / 9, 12) as number,
    low: expect.any(Number) as number,
    high: expect.any(Number) as number,
    // Of 2^7 sign flips of six ones and a half, those as far out as 5.5: all up, half down, and their mirrors.
    p: 4 / 128,
    signTest: { up: 6, down: 1, ties: 2, p: expect.closeTo(0.125, 12) as number },
    clusters: 9,
  };
  const side = { model: 'mock/echo', version: '0.1.0', seed: 7, tokenizer: 'o200k_base', createdAt: '2026-01-31T14:25:30.000Z' };
  const flip = (repeat: number) => ({
    sampleId: `demo/find/en/4000/${repeat}`,
    task: 'demo/find',
    cell: cell(repeat),
    before: 0,
    after: 1,
    question: 'Where?',
    answerBefore: 'no',
    answerAfter: 'yes',
  });
  expect(COMPARISON).toEqual({
    before: { ...side, id: 'r1', strategy: 'direct' },
    after: { ...side, id: 'r2', strategy: 'retrieval' },
    onlyBefore: 1,
    onlyAfter: 1,
    warnings: [],
    overall: change,
    tasks: [{ task: 'demo/find', ...change }],
    cells: [{ task: 'demo/find', cell: { language: 'en', askedTokens: 4000 }, before: change.before, after: change.after, n: 9 }],
    flipped: [...[0, 1, 2, 3, 4, 5].map(flip), { ...flip(6), before: 1, after: 0.5, answerBefore: 'yes', answerAfter: 'so so' }],
    flippedCount: 7,
  });
  expect(COMPARISON.overall.low).toBeLessThan(5.5 / 9);
  expect(COMPARISON.overall.high).toBeGreaterThan(5.5 / 9);
});

it('takes samples on one haystack for one piece of evidence', async () => {
  const on = (repeat: number, value: number) =>
    [0, 20, 40, 60].map((depthPercent) => scoredRow({ ...cell(repeat), depthPercent }, value, { cluster: `haystack/en/${repeat}` }));
  const rows = (values: readonly number[]) => values.flatMap((value, repeat) => on(repeat, value));
  const comparison = await compareRuns({ run: BEFORE, rows: rows([0, 0, 0, 1]) }, { run: AFTER, rows: rows([1, 1, 1, 1]) });
  const quarter = expect.closeTo(0.25, 12) as number;
  expect(comparison.overall).toMatchObject({ n: 16, clusters: 4, p: quarter, signTest: { up: 12, down: 0, ties: 4, p: quarter } });
  // Four differences of 1, 1, 1, 0 and Student's t at three degrees of freedom: the interval holds 0.
  expect(comparison.overall.low).toBeLessThan(0);
  expect(await renderComparisonTerminal(comparison, { columns: 80, color: 'none' })).toContain('16 pairs in 4 independent groups: ');
});

it('warns when the same ids may not be the same samples', async () => {
  const other = runRecord({ seed: 8, corpora: [{ digest: 'd', language: 'en', origin: {} }] });
  const rows = [scoredRow(cell(0), { value: 1, mode: 'compat' })];
  const { warnings } = await compareRuns({ run: BEFORE, rows: before }, { run: other, rows });
  expect(warnings).toEqual([
    'seed differs (7 and 8): samples with the same id may ask different things',
    'the corpora differ: samples with the same id have different haystacks',
    '1 sample scored under different modes',
  ]);
});

it('says so when the runs share nothing', async () => {
  const comparison = await compareRuns({ run: BEFORE, rows: before }, { run: AFTER, rows: [] });
  expect(comparison.warnings).toEqual(['the runs have no sample in common']);
  expect(comparison.overall).toMatchObject({ n: 0, difference: null, p: null });
  expect(await renderComparisonTerminal(comparison, { columns: 80, color: 'none' })).toContain('no sample changed');
});

it('bounds what got better and what got worse apart, where it is told to', async () => {
  const { flipped } = await compareRuns({ run: BEFORE, rows: before }, { run: AFTER, rows: after }, { limitEach: 1 });
  expect(flipped.map(({ before: from, after: to }) => Math.sign(to - from))).toEqual([1, -1]);
});

it('writes a terminal table', async () => {
  const rest = COMPARISON.flipped.map(
    ({ sampleId, before: from, after: to }) => `  ${from * 100} -> ${to * 100} find en - 4k - repeat ${sampleId.at(-1)} [${sampleId}]`,
  );
  const interval = `+${(COMPARISON.overall.low! * 100).toFixed(1)} to +${(COMPARISON.overall.high! * 100).toFixed(1)}`;
  expect(await renderComparisonTerminal(COMPARISON, { columns: 120, color: 'none' })).toBe(
    [
      'mock/echo (direct, r1) -> mock/echo (retrieval, r2)',
      '',
      'Task  Before  After  Difference   95 % interval      p  Sign test  Up  Down  n  Missing',
      `find    33.3   94.4       +61.1  ${interval}  0.031      0.125   6     1  9        1`,
      `all     33.3   94.4       +61.1  ${interval}  0.031      0.125   6     1  9        1`,
      '',
      'Missing: 1 pair without a score on one side or both. None counts as 0.',
      'Left out: 1 sample only in the first run, 1 only in the second.',
      '',
      '7 samples changed; the largest changes:',
      ...rest,
    ].join('\n'),
  );
});

it('writes Markdown and JSON', () => {
  const markdown = renderComparisonMarkdown(COMPARISON);
  expect(markdown.split('\n')[0]).toBe('## mock/echo (direct, r1) → mock/echo (retrieval, r2)');
  expect(markdown).toContain(
    '| Sample | Before | After | Question |\n| :-- | --: | --: | --: |\n| demo/find/en/4000/0 | 0 | 100 | Where? |',
  );
  expect(JSON.parse(renderComparisonJson(COMPARISON))).toEqual(COMPARISON);
});

it('leaves out samples that were scored by different metrics', async () => {
  const rows = (metric: string, value: number) => [
    scoredRow({ repeat: 0 }, { value, metric }),
    scoredRow({ repeat: 1 }, { value: 1, metric: 'f1' }),
  ];
  const compared = await compareRuns({ run: runRecord(), rows: rows('f1', 0) }, { run: runRecord(), rows: rows('exact', 1) });
  expect(compared).toMatchObject({ overall: { n: 1, missing: 1, difference: 0 }, flippedCount: 0 });
  expect(compared.warnings).toContain('1 sample scored by different metrics: not compared');
});
