import { describe, expect, it } from 'vitest';
import type { LedgerRow, RunRecord } from '../core/index.ts';
import { leaderboard, renderLeaderboard, summarizeRun } from './index.ts';
import { rankByInterval } from './rank-by-interval.ts';
import { failedRow, runRecord, scoredRow } from './testing/row.ts';

const LENGTHS = [1000, 2000, 4000];

/** A run whose answers are right up to a length; ten haystacks. */
async function entry(record: Partial<RunRecord>, rightUpTo: number, change: (rows: LedgerRow[]) => LedgerRow[] = (rows) => rows) {
  const run = runRecord(record);
  const rows = LENGTHS.flatMap((askedTokens) =>
    Array.from({ length: 10 }, (_, repeat) =>
      scoredRow({ language: 'en', askedTokens, repeat }, askedTokens <= rightUpTo ? 1 : 0, { cluster: `h${repeat}` }),
    ),
  );
  const changed = change(rows);
  return { run, rows: changed, summary: await summarizeRun({ run, rows: changed }) };
}

describe('leaderboard', () => {
  it('orders by score, marks ties, and says where the samples differ', async () => {
    const board = await leaderboard([
      await entry({ id: 'r1', model: 'weak|<b>' }, 1000),
      await entry({ id: 'r2', model: 'strong' }, 4000),
      await entry({ id: 'r3', model: 'strong', strategy: 'rag', seed: 8 }, 4000, (rows) => [
        ...rows.slice(0, -2),
        failedRow({ language: 'en', askedTokens: 4000, repeat: 8 }),
        scoredRow({ language: 'en', askedTokens: 8000, repeat: 0 }, 1),
      ]),
    ]);
    expect(board.rows.map(({ run, rank, tied, effectiveLength }) => [run, rank, tied, effectiveLength?.tokens])).toEqual([
      ['r2', 1, true, 4000],
      ['r3', 1, true, 8000],
      ['r1', 3, false, 1000],
    ]);
    expect(board.rows.map(({ doubts }) => doubts)).toEqual([
      [],
      ['seed differs (7 and 8): samples with the same id may ask different things', '1 sample missing here', '1 sample only here'],
      [],
    ]);
    expect(board.rows[0]!.lengths.map((score) => score?.mean ?? null)).toEqual([1, 1, 1, null]);
    expect(renderLeaderboard(board, 'md')).toMatchInlineSnapshot(`
      "### Mean of all scored answers

      | Rank | Model | Strategy | Score | 95 % interval | Effective length | n | Missing | Tokens in | Tokens out |
      | :-- | :-- | :-- | --: | --: | --: | --: | --: | --: | --: |
      | 1 = | strong | direct | 100.0 | 72.2–100.0 | ≥ 4k (95 %: &lt; 1k to ≥ 4k) | 30 | 0 | 70,000 | 150 |
      | 1 = | strong | rag | 100.0 | 73.0–100.0 | ≥ 8k (95 %: &lt; 1k to ≥ 8k) | 29 | 1 | 70,000 | 145 |
      | 3 | weak\\|&lt;b&gt; | direct | 33.3 | 17.1–54.8 | 1k (95 %: &lt; 1k to 1k) | 30 | 0 | 70,000 | 150 |

      Score by context length (tokens), tasks pooled:

      | Model | 1k | 2k | 4k | 8k |
      | :-- | --: | --: | --: | --: |
      | strong (direct) | 100.0 | 100.0 | 100.0 | – |
      | strong (rag) | 100.0 | 100.0 | 100.0 | 100.0 |
      | weak\\|&lt;b&gt; | 100.0 | 0.0 | 0.0 | – |

      Rank: one more than the models whose 95 % interval lies wholly above; = marks a shared place, – a score without an interval. Scores are 0–100. Effective length: the longest context up to which the mean stays at 85 or more. Fathom version 0.1.0, seed 7, 8, tokenizer o200k\\_base.

      Careful: strong (r3): seed differs (7 and 8): samples with the same id may ask different things.

      Careful: strong (r3): 1 sample missing here.

      Careful: strong (r3): 1 sample only here.
      "
    `);
    const csv = renderLeaderboard(board, 'csv').split('\r\n');
    expect(csv[0]).toMatch(/^rank,tied,run,model,strategy,.*,version,seed,tokenizer,doubts,find,find low,find high,find n,1000 tokens,/);
    expect(csv[3]).toMatch(/^3,false,r1,weak\|<b>,direct,complete,mean,score,0\.333/);
    expect(JSON.parse(renderLeaderboard(board, 'json'))).toEqual(JSON.parse(JSON.stringify(board)));
    const page = renderLeaderboard(board, 'html');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('weak|&lt;b&gt;');
    expect(page).not.toMatch(/<script|<b>Careful/);
  });

  it('refuses runs without a common sample, and samples of different task versions', async () => {
    const first = await entry({ id: 'r1' }, 1000);
    const others = await entry({ id: 'r2' }, 1000, (rows) =>
      rows.map((row) => ({ ...row, sample: { ...row.sample, id: `x${row.sample.id}` } })),
    );
    await expect(leaderboard([first, others])).rejects.toMatchObject({
      code: 'misuse',
      message: expect.stringContaining('no sample in common') as string,
    });
    const newer = await entry({ id: 'r3' }, 1000, (rows) => rows.map((row) => ({ ...row, sample: { ...row.sample, taskVersion: 2 } })));
    await expect(leaderboard([first, newer])).rejects.toThrow('different versions of the task');
  });
});

describe('rankByInterval', () => {
  it('counts what lies wholly above; without an interval there is no place', () => {
    const ranks = rankByInterval([
      { low: 0.8, high: 0.9 },
      { low: 0.7, high: 0.85 },
      { low: 0.1, high: 0.75 },
      { low: null, high: null },
    ]);
    expect(ranks).toEqual([
      { rank: 1, tied: true },
      { rank: 1, tied: true },
      { rank: 2, tied: false },
      { rank: null, tied: false },
    ]);
  });
});
