import { expect, it } from 'vitest';
import { effectiveLengthLabel, effectiveLengths, renderMarkdown, renderTerminal, summarizeRun } from './index.ts';
import { failedRow, runRecord, scoredRow } from './testing/row.ts';

/** Forty answers a length; `shares` are the means, `null` a length where every call failed. */
function summaryOf(...shares: readonly (number | null)[]) {
  const rows = shares.flatMap((share, i) =>
    Array.from({ length: 40 }, (_, repeat) => {
      const cell = { language: 'en', askedTokens: 1000 * 2 ** i, repeat };
      return share === null ? failedRow(cell) : scoredRow(cell, Number(repeat < share * 40));
    }),
  );
  return summarizeRun({ run: runRecord(), rows });
}

it.each([
  { shares: [1, 1, 0.9, 0.5], label: '4k (95 %: 2k to 4k)' },
  { shares: [1, 0.9, 0.8, 0.5], label: '2k (95 %: 1k to 4k)' },
  { shares: [1, 1, 0.9], label: '≥ 4k (95 %: 2k to ≥ 4k)' },
  { shares: [0.5, 0.4], label: '< 1k (95 %: < 1k to < 1k)' },
  { shares: [1, 0.5, 1], label: '1k (95 %: 1k to 1k); passes again at 4k' },
  { shares: [null, 1, 0.5], label: '2k (95 %: 2k to 2k); no scores at 1k' },
])('$shares: $label', async ({ shares, label }) => {
  expect(effectiveLengths(await summaryOf(...shares)).map(effectiveLengthLabel)).toEqual([label]);
});

it('takes the threshold that is asked for, and stands in the reports', async () => {
  const summary = await summaryOf(1, 1, 0.9, 0.5);
  expect(effectiveLengths(summary, 0.95)).toMatchObject([{ threshold: 0.95, tokens: 2000, firstFailingTokens: 4000 }]);
  expect(renderMarkdown(summary)).toContain('| demo/find · English | 100 | 100 | 90 | 50 | 4k (95 %: 2k to 4k) |');
  expect(await renderTerminal(summary, { columns: 120, color: 'none' })).toContain(
    'effective length at 85 %, demo/find - English: 4k (95 %: 2k to 4k)\n',
  );
});

it('is silent where only one length has scores', async () => {
  expect(effectiveLengths(await summaryOf(1))).toEqual([]);
  expect(effectiveLengths(await summaryOf(1, null))).toEqual([]);
});
