import { bootstrapInterval, type Interval } from '../../stats/index.ts';
import type { Followed } from './follow.ts';

/** The numbers of a turn over its rows, 0–1; null where there is no row (or no instruction). `average`: mean of the four, the benchmark's turn score. */
export interface TurnScore {
  readonly rows: number;
  readonly instructions: number;
  /** Share of rows that follow all their instructions. */
  readonly promptStrict: number | null;
  readonly promptLoose: number | null;
  /** Share of all instructions that are followed. */
  readonly instructionStrict: number | null;
  readonly instructionLoose: number | null;
  readonly average: number | null;
  /** 95 % interval of `average`: bootstrap over rows, percentiles. */
  readonly interval: Interval;
}

/** How the interval is drawn. */
export interface TurnScoreOptions {
  /** Default 10,000, as published. */
  readonly resamples?: number;
  /** Default 0. */
  readonly seed?: number;
}

/** Adds up the rows of a turn. */
export function turnScore(rows: readonly Followed[], { resamples = 10_000, seed = 0 }: TurnScoreOptions = {}): TurnScore {
  const counts = rows.map(countsOf);
  const [n, promptStrict, promptLoose, instructions, strict, loose] = sums(counts);
  const share = (count: number, of: number) => (of === 0 ? null : count / of);
  return {
    rows: n,
    instructions,
    promptStrict: share(promptStrict, n),
    promptLoose: share(promptLoose, n),
    instructionStrict: share(strict, instructions),
    instructionLoose: share(loose, instructions),
    average: averageOf([n, promptStrict, promptLoose, instructions, strict, loose]),
    interval: bootstrapInterval(counts, (sum) => averageOf(sum), { resamples, seed }),
  };
}

/** Of one row: 1, all strict, all loose, instructions, followed strictly, followed loosely. */
type Counts = readonly [number, number, number, number, number, number];

function countsOf({ strict, loose }: Followed): Counts {
  const followed = (list: readonly boolean[]) => list.filter(Boolean).length;
  return [1, Number(!strict.includes(false)), Number(!loose.includes(false)), strict.length, followed(strict), followed(loose)];
}

function sums(rows: readonly Counts[]): Counts {
  const at = (place: number) => rows.reduce((sum, row) => sum + row[place]!, 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function averageOf(sum: ArrayLike<number>): number | null {
  const [n, promptStrict, promptLoose, instructions, strict, loose] = Array.from(sum) as unknown as Counts;
  if (n === 0 || instructions === 0) return null;
  return (promptStrict / n + promptLoose / n + strict / instructions + loose / instructions) / 4;
}
