import type { Interval, MeanOfPresent } from '../stats/index.ts';
import { csvField } from './csv.ts';
import type { DataValue } from './data-table.ts';
import { renderLeaderboardHtml } from './html/render-leaderboard-html.ts';
import type { Leaderboard, LeaderboardRow } from './leaderboard.ts';
import { leaderboardNotes, leaderboardTables } from './leaderboard-table.ts';
import { markdownTable, markdownText } from './markdown.ts';

/** Formats of a leaderboard. */
export const LEADERBOARD_FORMATS = ['md', 'html', 'csv', 'json'] as const;
export type LeaderboardFormat = (typeof LEADERBOARD_FORMATS)[number];

/** A leaderboard as text. Markdown and HTML are for people; CSV (one wide table) and JSON hold everything, scores as 0–1. */
export function renderLeaderboard(board: Leaderboard, format: LeaderboardFormat): string {
  if (format === 'json') return `${JSON.stringify(board, null, 2)}\n`;
  if (format === 'html') return renderLeaderboardHtml(board);
  return format === 'csv' ? csv(board) : markdown(board);
}

function markdown(board: Leaderboard): string {
  const [places, ...others] = leaderboardTables(board);
  const parts = [
    `### ${markdownText(places!.title)}`,
    markdownTable(places!.head, places!.rows, places),
    ...others.flatMap(({ title, head, rows }) => [`${markdownText(title)}:`, markdownTable(head, rows)]),
    ...leaderboardNotes(board).map(markdownText),
  ];
  return `${parts.join('\n\n')}\n`;
}

function csv(board: Leaderboard): string {
  const columns = csvColumns(board);
  const lines = [columns.map(([name]) => name), ...board.rows.map((row) => columns.map(([, value]) => value(row)))];
  return lines.map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

type CsvColumn = readonly [name: string, value: (row: LeaderboardRow) => DataValue | undefined];

function csvColumns({ tasks, lengthsTokens }: Leaderboard): readonly CsvColumn[] {
  return [
    ['rank', ({ rank }) => rank],
    ['tied', ({ tied }) => tied],
    ['run', ({ run }) => run],
    ['model', ({ model }) => model],
    ['strategy', ({ strategy }) => strategy],
    ['status', ({ status }) => status],
    ['metric', ({ overall }) => overall.metric],
    ['unit', ({ overall }) => overall.unit],
    ...scoreColumns('score', ({ overall }) => overall),
    ['missing', ({ overall }) => overall.missing],
    ['effective_length', ({ effectiveLength }) => effectiveLength?.tokens],
    ['effective_length_low', ({ effectiveLength }) => effectiveLength?.lowTokens],
    ['effective_length_high', ({ effectiveLength }) => effectiveLength?.highTokens],
    ['prompt_tokens', ({ usage }) => usage.promptTokens],
    ['input_tokens', ({ usage }) => usage.inputTokens],
    ['cached_tokens', ({ usage }) => usage.cachedTokens],
    ['output_tokens', ({ usage }) => usage.outputTokens],
    ['usd', ({ usage }) => usage.usd],
    ['version', ({ version }) => version],
    ['seed', ({ seed }) => seed],
    ['tokenizer', ({ tokenizer }) => tokenizer],
    ['doubts', ({ doubts }) => doubts.join('; ')],
    ...tasks.flatMap((task, i) => scoreColumns(task, (row) => row.tasks[i])),
    ...lengthsTokens.flatMap((length, i) => scoreColumns(`${length} tokens`, (row) => row.lengths[i])),
  ];
}

function scoreColumns(
  name: string,
  scoreOf: (row: LeaderboardRow) => (Interval & Omit<MeanOfPresent, 'missing'>) | null | undefined,
): CsvColumn[] {
  return [
    [name, (row) => scoreOf(row)?.mean],
    [`${name} low`, (row) => scoreOf(row)?.low],
    [`${name} high`, (row) => scoreOf(row)?.high],
    [`${name} n`, (row) => scoreOf(row)?.n],
  ];
}
