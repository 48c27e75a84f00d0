import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '../core/index.ts';
import { flagSentences } from './baseline-flag.ts';
import { baselineRows, skipSentences } from './baseline-table.ts';
import { resultRow, sampleScores, summarizeBaseline } from './baseline.ts';
import { summarizeRun } from './summarize-run.ts';
import { failedRow, pendingRow, runRecord, scoredRow, skippedRow } from './testing/row.ts';

/** Twenty samples, the first `right` of them solved. */
const twenty = (right: number) => Array.from({ length: 20 }, (_, repeat) => scoredRow({ repeat }, repeat < right ? 1 : 0));

async function beside(name: string, own: readonly LedgerRow[], rows: readonly LedgerRow[]) {
  const run = runRecord({ id: `r.${name}` });
  const summary = await summarizeRun({ run, rows });
  return summarizeBaseline({ name, run, rows: rows.map(resultRow), summary, beside: sampleScores(own.map(resultRow)) });
}

async function flagOf(name: string, own: number, other: number) {
  return (await beside(name, twenty(own), twenty(other)))!.tasks![0]!.flag;
}

describe('a baseline beside a run', () => {
  it('is compared sample by sample; what has no score on a side is missing, what makes no sense skipped', async () => {
    const own = [
      scoredRow({ repeat: 0 }, 1),
      scoredRow({ repeat: 1 }, 1),
      failedRow({ repeat: 2 }),
      scoredRow({ repeat: 3 }, 0),
      skippedRow({ repeat: 4 }),
    ];
    const rows = [
      scoredRow({ repeat: 0 }, 0),
      failedRow({ repeat: 1 }),
      scoredRow({ repeat: 2 }, 1),
      scoredRow({ repeat: 3 }, 0),
      skippedRow({ repeat: 4 }),
    ];
    const baseline = (await beside('oracle', own, rows))!;
    expect(baseline.tasks).toMatchObject([
      {
        task: 'demo/find',
        n: 2,
        missing: 2,
        mean: 0,
        beside: 0.5,
        difference: 0.5,
        flag: null,
        skipped: [{ reason: 'too-short', count: 1 }],
      },
    ]);
    expect(baselineRows({ baselines: [baseline], tasks: ['demo/find'] })[0]!.slice(0, 6)).toEqual([
      'demo/find',
      'oracle',
      '0.0',
      '0.0–65.8',
      '50.0',
      '+50.0',
    ]);
    expect(skipSentences({ baselines: [baseline], skipped: [] })).toEqual([
      'oracle leaves out 1 sample of find (too-short): eleven needles do not fit',
    ]);
    expect(skipSentences({ baselines: [baseline], skipped: [{ reason: 'too-short', count: 1 }] })).toEqual([]);
  });

  it('is not shown before its first answer', async () => {
    expect(await beside('oracle', twenty(20), [pendingRow({ repeat: 0 }), skippedRow({ repeat: 1 })])).toBeUndefined();
  });

  it('flags what search alone solves: 90 % of the score, not significantly below it, ten samples, no luck', async () => {
    expect([await flagOf('retrieval', 20, 20), await flagOf('retrieval-5x100', 20, 18), await flagOf('lexical', 10, 20)]).toEqual(
      Array.from({ length: 3 }, () => 'solved-by-search'),
    );
    expect([await flagOf('retrieval', 20, 17), await flagOf('retrieval', 1, 1), await flagOf('oracle', 20, 20)]).toEqual([
      null,
      null,
      null,
    ]);
    const many = Array.from({ length: 200 }, (_, repeat) => repeat);
    const significant = await beside(
      'retrieval',
      many.map((repeat) => scoredRow({ repeat }, 1)),
      many.map((repeat) => scoredRow({ repeat }, repeat < 185 ? 1 : 0)),
    );
    expect(significant!.tasks![0]).toMatchObject({ mean: 0.925, flag: null });
    const few = await beside('retrieval', twenty(20).slice(0, 9), twenty(20).slice(0, 9));
    expect(few!.tasks![0]!.flag).toBeNull();
  });

  it('flags what the model knows without a context, from half of its score on', async () => {
    expect([await flagOf('closed-book', 20, 10), await flagOf('closed-book', 20, 9), await flagOf('closed-book', 2, 1)]).toEqual([
      'known',
      null,
      null,
    ]);
    const baseline = (await beside('closed-book', twenty(20), twenty(12)))!;
    expect(flagSentences({ baselines: [baseline] })).toEqual([
      'find: the model knows much of it without any context (60.0 against 100.0 with the whole context, n 20)',
    ]);
  });
});
