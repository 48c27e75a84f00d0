import { expect, it } from 'vitest';
import { checkGate, summarizeRun, type RunSummary } from './index.ts';
import { runRecord, scoredRow } from './testing/row.ts';

const rows = [1, 1, 0].map((value, repeat) => scoredRow({ language: 'en', repeat }, value));
const aggregate = { cell: {}, n: 3, missing: 0 };
const aggregates = [
  { ...aggregate, metric: 'overall', label: 'Overall', value: 2 / 3 },
  { ...aggregate, metric: 'retrieval', label: 'Retrieval', value: 0.8496, missing: 2 },
  { ...aggregate, metric: 'retrieval', label: 'Retrieval', value: 1, cell: { language: 'en' } },
  { ...aggregate, metric: 'enl-50', label: 'Longest chain', value: 64, unit: 'needles' as const },
  { ...aggregate, metric: 'reasoning', label: 'Reasoning', value: null, n: 0, missing: 4 },
];
const SUMMARY = await summarizeRun({ run: runRecord(), rows, aggregates, headlineInterval: { low: 0.2, high: 0.9 } });
const INTERVAL = '(95 %: 20.0–90.0)';

const verdict = (metric: string, threshold: number, summary: RunSummary = SUMMARY) => {
  const [{ passed, sentence } = { passed: undefined, sentence: '' }] = checkGate(summary, [{ metric, threshold }]);
  return { passed, sentence };
};

it.each([
  ['overall', 66, true, `passed: Overall is 66.7 % ${INTERVAL}, over 3 answers: at least 66 %.`],
  ['overall', 66.7, false, `failed: Overall is 66.67 % ${INTERVAL}, over 3 answers: below 66.7 %.`],
  ['overall', 67, false, `failed: Overall is 66.7 % ${INTERVAL}, over 3 answers: below 67 %.`],
  ['retrieval', 85, false, 'failed: Retrieval is 84.96 %, over 3 answers, 2 without a score: below 85 %.'],
  ['Longest Chain', 64, true, 'passed: Longest chain is 64.0 needles, over 3 answers: at least 64 needles.'],
  ['enl-50', 64, true, 'passed: Longest chain is 64.0 needles, over 3 answers: at least 64 needles.'],
  ['reasoning', 0, false, 'failed: Reasoning has no score (0 answers, 4 without a score), and 0 % was asked for.'],
  [
    'retreival',
    1,
    false,
    'failed: this run has no number called "retreival". Did you mean retrieval? It has: overall, retrieval, enl-50, reasoning.',
  ],
])('%s at least %d: %s', (metric, threshold, passed, sentence) => {
  expect(verdict(metric, threshold)).toEqual({ passed, sentence: `Gate ${sentence}` });
});

it('passes a score that equals its threshold but for a rounding error', () => {
  const mean = 0.1 + 0.2 + 0.4;
  expect(mean).not.toBe(0.7);
  expect(verdict('overall', 70, { ...SUMMARY, overall: { ...SUMMARY.overall, mean: Math.min(mean, 0.7 - 1e-16) } }).passed).toBe(true);
});

it('fails a run that is not complete, however high its score', () => {
  expect(verdict('overall', 10, { ...SUMMARY, status: 'incomplete' })).toEqual({
    passed: false,
    sentence: `Gate failed: Overall is 66.7 % ${INTERVAL}, over 3 answers, but the run is incomplete, and only a complete run passes.`,
  });
});
