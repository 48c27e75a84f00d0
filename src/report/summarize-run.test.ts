import { expect, it } from 'vitest';
import type { LedgerRow } from '../core/index.ts';
import { wilson } from '../stats/index.ts';
import { summarizeRun } from './index.ts';
import { failedRow, pendingRow, runRecord, scoredRow, skippedRow } from './testing/row.ts';

const at = (askedTokens: number, depthPercent: number, repeat = 0) => ({ language: 'en', askedTokens, depthPercent, repeat });

async function* stream(rows: readonly LedgerRow[]) {
  yield* rows;
}

const ROWS = [
  scoredRow(at(4000, 0), 1, { placements: [{ id: 'n', askedDepthPercent: 0, depthPercent: 0.125 }] }),
  scoredRow(
    at(4000, 0, 1),
    { value: 0.5, why: 'half of it', errorClass: 'partial' },
    { answer: 'half', call: { latencyMs: 300, usage: {} } },
  ),
  failedRow(at(4000, 0, 2)),
  scoredRow(at(10000, 0), 0, {
    placements: [{ id: 'n', askedDepthPercent: 0, depthPercent: 0.125 }],
    outcome: { cached: true, attempts: 0 },
  }),
  pendingRow(at(10000, 50)),
  skippedRow(at(1000, 0)),
];

it('sums up a run, whole', async () => {
  const scored = (askedTokens: number, depthPercent: number) => ({
    task: 'demo/find',
    metric: 'keyword',
    mode: 'corrected',
    cell: { language: 'en', askedTokens, depthPercent },
  });
  const point = (at_: number, mean: number | null, n: number, missing: number) => ({ at: at_, mean, n, missing, ...wilson(mean, n) });
  const profile = { task: 'demo/find', metric: 'keyword', mode: 'corrected', language: 'en' };
  const counts = { n: 3, missing: 3, failed: 1 };
  expect(await summarizeRun({ run: runRecord(), rows: stream(ROWS) })).toEqual({
    run: '20260131-142530-k3f9',
    status: 'complete',
    model: 'mock/echo',
    strategy: 'direct',
    createdAt: '2026-01-31T14:25:30.000Z',
    version: '0.1.0',
    tokenizer: 'o200k_base',
    seed: 7,
    tasks: ['demo/find'],
    languages: ['en'],
    scores: [
      { ...scored(1000, 0), n: 0, missing: 1, mean: null, low: null, high: null },
      { ...scored(4000, 0), n: 2, missing: 1, mean: 0.75, ...wilson(0.75, 2) },
      { ...scored(10000, 0), n: 1, missing: 0, mean: 0, ...wilson(0, 1) },
      { ...scored(10000, 50), n: 0, missing: 1, mean: null, low: null, high: null },
    ],
    overall: { metric: 'mean', label: 'Mean of all scored answers', mean: 0.5, ...wilson(0.5, 3), ...counts, unit: 'score' },
    usage: {
      promptTokens: 8000,
      inputTokens: 4000,
      cachedTokens: null,
      cacheWriteTokens: null,
      outputTokens: 5,
      reasoningTokens: null,
      calls: 2,
      latencyMs: { median: 200, p95: 290 },
      durationMs: 300,
      reported: 1,
      fromCache: 1,
    },
    aggregates: [],
    profiles: [
      { ...profile, axis: 'askedTokens', points: [point(1000, null, 0, 1), point(4000, 0.75, 2, 1), point(10000, 0, 1, 1)] },
      { ...profile, axis: 'depthPercent', points: [point(0, 0.5, 3, 2), point(50, null, 0, 1)] },
    ],
    baselines: [],
    skipped: [{ reason: 'too-short', count: 1 }],
    skippedCells: [
      {
        task: 'demo/find',
        cell: { language: 'en', askedTokens: 1000, depthPercent: 0 },
        reason: 'too-short',
        detail: 'eleven needles do not fit',
        count: 1,
      },
    ],
    errors: [
      { task: 'demo/find', cell: { language: 'en', askedTokens: 4000, depthPercent: 0 }, reason: 'server', detail: '503', count: 1 },
    ],
    pending: 1,
    documents: null,
    taskFacts: [],
    groups: [expect.objectContaining({ by: 'language', name: 'en', mean: 0.5, n: 3, missing: 3 })],
    alarms: [],
    worst: [
      {
        sampleId: 'demo/find/en/10000/0/0',
        task: 'demo/find',
        metric: 'keyword',
        cell: at(10000, 0),
        value: 0,
        question: 'Where?',
        target: 'here',
        answer: 'an answer',
        answerCharacters: 9,
        finish: 'stop',
        why: null,
        errorClass: null,
        needleDepthsPercent: [0.125],
        promptTokens: 10000,
      },
      {
        sampleId: 'demo/find/en/4000/0/1',
        task: 'demo/find',
        metric: 'keyword',
        cell: at(4000, 0, 1),
        value: 0.5,
        question: 'Where?',
        target: 'here',
        answer: 'half',
        answerCharacters: 4,
        finish: 'stop',
        why: 'half of it',
        errorClass: 'partial',
        needleDepthsPercent: [],
        promptTokens: 4000,
      },
    ],
    corpora: [],
    options: { lengths: '4k,10k' },
    command: 'fathom run demo/find --model mock/echo --seed 7 --tokenizer o200k_base',
  });
});

it('takes the first aggregate as the headline, with an interval for scores only', async () => {
  const aggregate = { metric: 'overall', label: 'Overall', cell: {}, value: 0.6, n: 30, missing: 2 };
  const scores = await summarizeRun({ run: runRecord(), rows: ROWS, aggregates: [aggregate, { ...aggregate, metric: 'second' }] });
  expect(scores.overall).toEqual({ metric: 'overall', label: 'Overall', mean: 0.6, ...wilson(0.6, 30), n: 30, missing: 2, unit: 'score' });
  const needles = await summarizeRun({ run: runRecord(), rows: ROWS, aggregates: [{ ...aggregate, value: 12, unit: 'needles' }] });
  expect(needles.overall).toEqual({
    metric: 'overall',
    label: 'Overall',
    mean: 12,
    low: null,
    high: null,
    n: 30,
    missing: 2,
    unit: 'needles',
  });
});

it('expands parts into their cells, and counts an answer that failed as missing in each of them', async () => {
  const parts = [
    { cell: { depthPercent: 0 }, value: 1 },
    { cell: { depthPercent: 50 }, value: 0, n: 2 },
    { metric: 'order', value: 1 },
  ];
  const cell = { language: 'en', askedTokens: 4000 };
  const rows = [scoredRow({ ...cell, repeat: 0 }, { value: 0.5, parts }), failedRow({ ...cell, repeat: 1 })];
  const { scores } = await summarizeRun({ run: runRecord(), rows });
  const score = { task: 'demo/find', metric: 'keyword', mode: 'corrected', missing: 1 };
  const shared = (sum: number, n: number) => ({ clusters: { 'demo/find/en/4000/0': { sum, n } } });
  expect(scores).toEqual([
    { ...score, cell: { ...cell, depthPercent: 0 }, n: 1, mean: 1, ...wilson(1, 1), ...shared(1, 1) },
    // Two values of one answer: nothing shows how much another answer would differ.
    { ...score, cell: { ...cell, depthPercent: 50 }, n: 2, mean: 0, low: null, high: null, ...shared(0, 2) },
    { ...score, metric: 'order', cell, n: 1, mean: 1, ...wilson(1, 1), ...shared(1, 1) },
  ]);
});

it('keeps the whole value beside parts of other metrics', async () => {
  const rows = [scoredRow({ language: 'en' }, { value: 0.5, parts: [{ metric: 'precision', value: 1 }] })];
  const { scores } = await summarizeRun({ run: runRecord(), rows });
  expect(scores.map(({ metric, mean }) => [metric, mean])).toEqual([
    ['keyword', 0.5],
    ['precision', 1],
  ]);
});

it('has nothing to say of a run without answers, and says it', async () => {
  const { overall, scores, usage } = await summarizeRun({ run: runRecord({ status: 'running' }), rows: [pendingRow({ language: 'en' })] });
  expect(overall).toEqual({
    metric: 'mean',
    label: 'Mean of all scored answers',
    mean: null,
    low: null,
    high: null,
    n: 0,
    missing: 1,
    unit: 'score',
  });
  expect(scores).toEqual([
    { task: 'demo/find', metric: 'none', mode: 'none', cell: { language: 'en' }, n: 0, missing: 1, mean: null, low: null, high: null },
  ]);
  expect(usage.latencyMs).toEqual({ median: null, p95: null });
});

it('raises an alarm when the server cut prompts, thinking or answers were cut, refused or empty', async () => {
  const answered = (repeat: number, inputTokens: number, call = {}) =>
    scoredRow({ language: 'en', repeat }, 1, { id: `s${repeat}`, promptTokens: 10_000, call: { usage: { inputTokens }, ...call } });
  const rows = [
    ...[0, 1, 2, 3].map((repeat) => answered(repeat, 10_100)),
    answered(4, 4096),
    answered(5, 9500, { finish: 'length' }),
    answered(6, 10_100, { finish: 'refused' }),
    answered(7, 10_100, { text: ' \n' }),
    answered(8, 10_100, { text: '', reasoning: 'hmm', finish: 'length' }),
  ];
  const { alarms } = await summarizeRun({ run: runRecord(), rows });
  expect(alarms.map(({ kind, count, sampleIds }) => ({ kind, count, sampleIds }))).toEqual([
    { kind: 'input-cut', count: 1, sampleIds: ['s4'] },
    { kind: 'thinking-cut', count: 1, sampleIds: ['s8'] },
    { kind: 'answer-cut', count: 1, sampleIds: ['s5'] },
    { kind: 'refused', count: 1, sampleIds: ['s6'] },
    { kind: 'empty-answer', count: 1, sampleIds: ['s7'] },
  ]);
  const retrieval = await summarizeRun({ run: runRecord({ strategy: 'retrieval' }), rows: [answered(0, 500)] });
  expect(retrieval.alarms).toEqual([]);
});

it('lists worst answers of each task and language in turn, never full marks, twelve at most', async () => {
  const rows = [
    ...Array.from({ length: 20 }, (_, repeat) => scoredRow({ language: 'en', repeat }, 0, { task: 'a' })),
    scoredRow({ language: 'zh', repeat: 0 }, 0, { task: 'a' }),
    scoredRow({ language: 'en', repeat: 0 }, 0, { task: 'b' }),
    scoredRow({ language: 'en', repeat: 1 }, 1, { task: 'b' }),
    scoredRow({ language: 'en', repeat: 2 }, 0.25, { task: 'b' }),
  ];
  const { worst } = await summarizeRun({ run: runRecord(), rows });
  expect(worst).toHaveLength(12);
  expect(worst.slice(0, 4).map((answer) => answer.sampleId)).toEqual(['a/en/0', 'a/zh/0', 'b/en/0', 'a/en/1']);
});

it('cuts a huge answer in the middle and says how long it was', async () => {
  const answer = `START${'x'.repeat(1_000_000)}END`;
  const { worst } = await summarizeRun({ run: runRecord(), rows: [scoredRow({ language: 'en' }, 0, { answer })] });
  expect(worst[0]!.answerCharacters).toBe(1_000_008);
  expect(worst[0]!.answer.length).toBeLessThan(4100);
  expect(worst[0]!.answer).toMatch(/^START.*\[… 996,008 characters left out …\].*END$/s);
});

it('quotes what a shell would read', async () => {
  const run = runRecord({ model: "http://localhost:8000/v1#it's; rm -rf $HOME" });
  const { command } = await summarizeRun({ run, rows: [] });
  const model = String.raw`'http://localhost:8000/v1#it'\''s; rm -rf $HOME'`;
  expect(command).toBe(`fathom run demo/find --model ${model} --seed 7 --tokenizer o200k_base`);
});
