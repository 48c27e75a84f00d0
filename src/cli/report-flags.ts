import { extname } from 'node:path';
import { FathomError, nearestName } from '../core/index.ts';
import {
  FIGURE_KINDS,
  GROUPINGS,
  LEADERBOARD_FORMATS,
  type FigureKind,
  type GateRule,
  type Grouping,
  type LeaderboardFormat,
} from '../report/index.ts';
import { readGateRules } from './gate-flags.ts';
import { REPORT_FORMATS, type RenderedFormat, type ReportFormat } from './write-report.ts';

/** What `fathom report` was asked for. `output`: the file to write; undefined is standard output. */
export type ReportFlags = { readonly output: string | undefined; readonly rules: readonly GateRule[] } & (
  | {
      readonly kind: 'picture';
      readonly format: RenderedFormat;
      readonly by?: readonly Grouping[];
      readonly figure?: FigureKind;
      readonly fontFiles?: readonly string[];
    }
  | { readonly kind: 'rows'; readonly format: 'csv' | 'parquet'; readonly per: 'cell' | 'sample' }
  | { readonly kind: 'leaderboard'; readonly format: LeaderboardFormat }
);

type Flags = Readonly<Record<string, unknown>>;

/** Reads the flags of `fathom report`. @throws FathomError `misuse` for what does not go together */
export function readReportFlags(flags: Flags): ReportFlags {
  const output = flags['output'] === undefined ? undefined : String(flags['output']);
  const format = formatOf(flags, output);
  if ((format === 'png' || format === 'parquet') && output === undefined && process.stdout.isTTY) {
    throw new FathomError('misuse', `The format ${format} is no text for a terminal.`, { fix: `Name a file: -o run.${format}` });
  }
  const figure = choiceOf(flags, format, { flag: 'figure', choices: FIGURE_KINDS, formats: ['svg', 'png'] });
  const per = choiceOf(flags, format, { flag: 'per', choices: ['cell', 'sample'], formats: ['csv', 'parquet'] });
  const by = choiceOf(flags, format, { flag: 'by', choices: GROUPINGS, formats: ['terminal', 'html', 'json'] });
  const rest = { output, rules: readGateRules(flags) };
  if (format === 'leaderboard' && rest.rules.length > 0) {
    throw new FathomError('misuse', '--fail-under says nothing to a leaderboard.', {
      fix: 'Ask each run: fathom report RUN --fail-under 85.',
    });
  }
  if (format === 'leaderboard') return { ...rest, kind: 'leaderboard', format: leaderboardFormat(flags, output) };
  if (format === 'csv' || format === 'parquet') {
    return { ...rest, kind: 'rows', format, per: per ?? (format === 'csv' ? 'cell' : 'sample') };
  }
  const fontFiles = flags['font'] as readonly string[] | undefined;
  return { ...rest, kind: 'picture', format, ...(by && { by: [by] }), ...(figure && { figure }), ...(fontFiles && { fontFiles }) };
}

function formatOf(flags: Flags, output: string | undefined): ReportFormat {
  const ending = output === undefined ? undefined : extname(output).slice(1);
  if (flags['format'] === undefined && flags['json']) return 'json';
  const asked = flags['format'] === undefined ? (ending === 'xml' ? 'junit' : (ending ?? 'terminal')) : String(flags['format']);
  return knownOf(REPORT_FORMATS, asked, 'report format');
}

/** By the ending of the file; Markdown without one. */
function leaderboardFormat(flags: Flags, output: string | undefined): LeaderboardFormat {
  if (flags['json']) return 'json';
  return output === undefined
    ? 'md'
    : knownOf(LEADERBOARD_FORMATS, extname(output).slice(1), 'format of a leaderboard, by the ending of -o,');
}

interface Choice<T extends string> {
  readonly flag: string;
  readonly choices: readonly T[];
  /** The formats that the flag is for. */
  readonly formats: readonly ReportFormat[];
}

function choiceOf<T extends string>(flags: Flags, format: ReportFormat, { flag, choices, formats }: Choice<T>): T | undefined {
  if (flags[flag] === undefined) return undefined;
  if (formats.includes(format)) return knownOf(choices, String(flags[flag]), `value of --${flag}`);
  throw new FathomError('misuse', `--${flag} says nothing to the format ${format}.`, { fix: `It is for ${formats.join(' and ')}.` });
}

function knownOf<T extends string>(known: readonly T[], asked: string, what: string): T {
  const found = known.find((name) => name === asked);
  if (found) return found;
  const nearest = nearestName(asked, known);
  throw new FathomError('misuse', `There is no ${what} "${asked}".`, {
    fix: `${nearest ? `Did you mean ${nearest}? ` : ''}There are: ${known.join(', ')}.`,
  });
}
