import { describe, expect, it } from 'vitest';
import { needlebench } from '../benchmarks/needlebench/index.ts';
import { seededRandom, type Aggregate, type Cell, type ScoredRow } from '../core/index.ts';
import { clusteredInterval, wilson } from '../stats/index.ts';
import { headlineInterval } from './headline-interval.ts';

const UNKNOWN = { low: null, high: null };
const row = (task: string, cell: Cell, value: number, cluster?: string): ScoredRow => ({
  task: `needlebench/${task}`,
  cell,
  result: { status: 'ok', score: { value, metric: 'm', mode: 'corrected' } },
  ...(cluster !== undefined && { cluster }),
});

const needlebenchHeadline = (rows: readonly ScoredRow[]) => needlebench.aggregate(rows, {})[0];
const mean = (rows: readonly ScoredRow[]): Aggregate => {
  const values = rows.flatMap(({ result }) => (result.status === 'ok' ? result.score.value : []));
  return {
    metric: 'mean',
    label: 'Mean',
    cell: {},
    value: values.reduce((sum, value) => sum + value, 0) / values.length,
    n: values.length,
    missing: 0,
  };
};

/** Two languages, four haystacks each; a haystack makes all its samples harder or easier. */
function run(ease: (language: string, repeat: number) => number): ScoredRow[] {
  const random = seededRandom(5, 'headline');
  return ['en', 'zh'].flatMap((language) =>
    [0, 1, 2, 3].flatMap((repeat) => {
      const cluster = `haystack/${language}/${repeat}`;
      const draw = () => Number(random.random() < ease(language, repeat));
      const at = (askedTokens: number, depthPercent: number) => ({ language, askedTokens, depthPercent, repeat });
      const grid = [1000, 2000, 4000].flatMap((length) => [0, 25, 50, 75, 100].map((depth) => at(length, depth)));
      return [
        ...grid.map((cell) => row('single-retrieval', cell, draw(), cluster)),
        row('multi-retrieval', { language, askedTokens: 4000, repeat }, draw(), cluster),
        row('multi-reasoning', { ...at(4000, 50), needles: 2 }, draw(), cluster),
        row('ancestral-trace', { language, needles: 2, repeat }, draw()),
      ];
    }),
  );
}

const UNEVEN = run((language, repeat) => [0.9, 0.5, 0.7, 0.3][repeat]! - (language === 'zh' ? 0.2 : 0));

describe('headlineInterval', () => {
  it('is the clustered interval where the headline is the plain mean', () => {
    const rows = UNEVEN.filter(({ task }) => task.endsWith('single-retrieval'));
    const groups = rows.map(({ cell, cluster, result }) => ({
      cluster: cluster!,
      stratum: String(cell['language']),
      sum: result.status === 'ok' ? result.score.value : 0,
      weight: 1,
    }));
    const { low, high } = clusteredInterval(groups);
    const close = { low: expect.closeTo(low!, 9) as number, high: expect.closeTo(high!, 9) as number };
    expect(headlineInterval(rows, mean)).toEqual(close);
    expect(headlineInterval(rows, needlebenchHeadline)).toEqual(close);
  });

  it('follows the weights of the family: one multi-retrieval answer weighs as much as fifteen single ones', () => {
    const whole = needlebenchHeadline(UNEVEN)!;
    const weights = { 'single-retrieval': 1 / 120, 'multi-retrieval': 1 / 8, 'multi-reasoning': 1 / 8 };
    const groups = UNEVEN.flatMap(({ task, cell, cluster, result }) => {
      const weight = weights[task.slice('needlebench/'.length) as keyof typeof weights] ?? 0;
      const value = result.status === 'ok' ? result.score.value : 0;
      return weight === 0 ? [] : [{ cluster: cluster!, stratum: String(cell['language']), sum: value * weight, weight, n: 1 }];
    });
    const { low, high } = clusteredInterval(groups);
    const found = headlineInterval(UNEVEN, needlebenchHeadline);
    expect(found).toEqual({ low: expect.closeTo(low!, 9) as number, high: expect.closeTo(high!, 9) as number });
    const naive = wilson(whole.value, whole.n);
    expect(found.high! - found.low!).toBeGreaterThan(1.5 * (naive.high! - naive.low!));
  });

  it('weighs answers that share nothing by what they count for, beside those that share a haystack or alone', () => {
    const traces = [2, 512].flatMap((needles) =>
      [0, 1, 2, 3].map((repeat) => row('ancestral-trace', { language: 'en', needles, repeat }, Number(repeat > 0))),
    );
    const whole = needlebenchHeadline(traces)!;
    // Weighted by N, the four answers at 512 are nearly all of it.
    const effective = 1 / (4 * (2 / 514 / 4) ** 2 + 4 * (512 / 514 / 4) ** 2);
    const { low, high } = wilson(whole.value, effective);
    expect(headlineInterval(traces, needlebenchHeadline)).toEqual({
      low: expect.closeTo(low!, 9) as number,
      high: expect.closeTo(high!, 9) as number,
    });
    expect(effective).toBeLessThan(4.1);
  });

  it('has none over one haystack in a language, for counts, and for nothing', () => {
    expect(
      headlineInterval(
        UNEVEN.filter(({ cell }) => cell['repeat'] === 0),
        needlebenchHeadline,
      ),
    ).toEqual(UNKNOWN);
    expect(headlineInterval(UNEVEN, (rows) => ({ ...mean(rows), unit: 'needles' }))).toEqual(UNKNOWN);
    expect(headlineInterval([], needlebenchHeadline)).toEqual(UNKNOWN);
  });

  it('takes a headline that is no mean of scores over its items, or the haystacks where they are fewer', () => {
    const share = (rows: readonly ScoredRow[]): Aggregate => ({ ...mean(rows), value: 0.5, n: 20 });
    expect(headlineInterval(UNEVEN, share)).toEqual(wilson(0.5, 8));
    expect(
      headlineInterval(
        UNEVEN.filter(({ cluster }) => cluster === undefined),
        share,
      ),
    ).toEqual(wilson(0.5, 20));
  });
});
