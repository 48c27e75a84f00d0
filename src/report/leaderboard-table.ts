import { tokensLabel } from './axis.ts';
import { effectiveLengthLabel } from './effective-lengths.ts';
import { countLabel, intervalLabel, scoreLabel, valueLabel } from './labels.ts';
import type { Leaderboard, LeaderboardRow, PlacedScore } from './leaderboard.ts';

/** A table in words, with what it shows. */
export interface WordTable {
  readonly title: string;
  readonly head: readonly string[];
  /** So many columns, from the first, are text; the rest are numbers. */
  readonly texts: number;
  readonly rows: readonly (readonly string[])[];
}

/** How the table is to be read. */
export const RANK_RULE =
  'Rank: one more than the models whose 95 % interval lies wholly above; = marks a shared place, – a score without an interval. Scores are 0–100.';

/** The leaderboard as tables of plain text: places, then scores by task and by length, where there are several. */
export function leaderboardTables(board: Leaderboard): WordTable[] {
  const by = (title: string, columns: readonly string[], scores: (row: LeaderboardRow) => readonly (PlacedScore | null)[]) =>
    columns.length < 2
      ? []
      : [
          {
            title,
            head: ['Model', ...columns],
            texts: 1,
            rows: board.rows.map((row) => [nameOf(row, board), ...scores(row).map(scoreOf)]),
          },
        ];
  return [
    places(board),
    ...by('Score by task', board.tasks, (row) => row.tasks),
    ...by('Score by context length (tokens), tasks pooled', board.lengthsTokens.map(tokensLabel), (row) => row.lengths),
  ];
}

/** What all runs share, and where they may not compare. */
export function leaderboardNotes({ rows, threshold }: Leaderboard): string[] {
  const facts = (['version', 'seed', 'tokenizer'] as const).map(
    (fact) => `${fact} ${[...new Set(rows.map((row) => row[fact]))].join(', ')}`,
  );
  const doubts = rows.flatMap((row) => row.doubts.map((doubt) => `${row.model} (${row.run}): ${doubt}`));
  const unfinished = rows.filter(({ status }) => status !== 'complete').map((row) => `${row.model} (${row.run}): the run is ${row.status}`);
  return [
    `${RANK_RULE} Effective length: the longest context up to which the mean stays at ${scoreLabel(threshold)} or more. Fathom ${facts.join(', ')}.`,
    ...[...doubts, ...unfinished].map((doubt) => `Careful: ${doubt}.`),
  ];
}

function places(board: Leaderboard): WordTable {
  const { rows } = board;
  const strategies = new Set(rows.map(({ strategy }) => strategy)).size > 1 || rows.some(({ strategy }) => strategy !== 'direct');
  const lengths = rows.some(({ effectiveLength }) => effectiveLength !== null);
  const money = rows.some(({ usage }) => usage.usd !== undefined);
  const columns: readonly (readonly [boolean, string, (row: LeaderboardRow) => string])[] = [
    [true, 'Rank', rankLabel],
    [true, 'Model', ({ model }) => model],
    [strategies, 'Strategy', ({ strategy }) => strategy],
    [true, 'Score', ({ overall }) => valueLabel(overall.mean, overall.unit)],
    [true, '95 % interval', ({ overall }) => intervalLabel(overall)],
    [lengths, 'Effective length', ({ effectiveLength }) => (effectiveLength ? effectiveLengthLabel(effectiveLength) : '–')],
    [true, 'n', ({ overall }) => countLabel(overall.n)],
    [true, 'Missing', ({ overall }) => countLabel(overall.missing)],
    [true, 'Tokens in', ({ usage }) => countLabel(usage.inputTokens ?? usage.promptTokens)],
    [true, 'Tokens out', ({ usage }) => countLabel(usage.outputTokens)],
    [money, 'Cost', ({ usage }) => (usage.usd === undefined ? '–' : `$${usage.usd.toFixed(2)}`)],
  ];
  const kept = columns.filter(([keep]) => keep);
  return {
    title: board.label,
    head: kept.map(([, name]) => name),
    texts: strategies ? 3 : 2,
    rows: rows.map((row) => kept.map(([, , value]) => value(row))),
  };
}

function rankLabel({ rank, tied }: LeaderboardRow): string {
  return rank === null ? '–' : `${rank}${tied ? ' =' : ''}`;
}

/** The model; with what tells it from another run of it. */
function nameOf({ model, strategy, run }: LeaderboardRow, { rows }: Leaderboard): string {
  const same = rows.filter((row) => row.model === model);
  if (same.length === 1) return model;
  return same.every((row) => row.run === run || row.strategy !== strategy) ? `${model} (${strategy})` : `${model} (${strategy}, ${run})`;
}

function scoreOf(score: PlacedScore | null): string {
  return scoreLabel(score?.mean ?? null, { digits: 1 });
}
