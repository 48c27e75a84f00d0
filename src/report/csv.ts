import { axesOf } from './axis.ts';
import type { RunSummary } from './run-summary.ts';

/**
 * All scores of a run as CSV (RFC 4180, UTF-8 without a mark, CRLF), one row per score. Missing means and axes
 * that do not apply are empty. Baselines stand in columns of their own at the end: `retrieval_mean`, `retrieval_n`. */
export function renderCsv(summary: Pick<RunSummary, 'run' | 'model' | 'strategy' | 'scores'>): string {
  const axes = axesOf(summary.scores.map((score) => score.cell));
  const head = ['run', 'model', 'strategy', 'task', 'metric', 'mode', ...axes, 'n', 'missing', 'mean', 'low', 'high'];
  const baselines = [...new Set(summary.scores.flatMap((score) => Object.keys(score.baselines ?? {})))];
  const rows = summary.scores.map((score) => [
    summary.run,
    summary.model,
    summary.strategy,
    score.task,
    score.metric,
    score.mode,
    ...axes.map((axis) => score.cell[axis]),
    score.n,
    score.missing,
    score.mean,
    score.low,
    score.high,
    ...baselines.flatMap((name) => [score.baselines?.[name]?.mean, score.baselines?.[name]?.n]),
  ]);
  const columns = [...head, ...baselines.flatMap((name) => [`${name}_mean`, `${name}_n`])];
  return [columns, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** One field. A text that a spreadsheet would run as a formula gets a `'` in front (OWASP, CSV injection); numbers stay numbers. */
export function csvField(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
