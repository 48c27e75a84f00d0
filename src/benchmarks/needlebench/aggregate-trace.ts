import type { Aggregate, Cell, ScoredRow } from '../../core/index.ts';
import { circularScores } from '../../scoring/index.ts';
import { axisValues, groupBy, meanOf, rowsAt, type Mean } from './means.ts';

/** Scores at which the paper's effective needle length is read (ENL-50). */
const ENL_THRESHOLD = 0.5;
/** Chains up to 64 links make the paper's "≤ 2K" score. */
const SHORT_LIMIT = 64;
/** v1's summary stops before the first score below this. */
const V1_LIMIT = 0.6;

/** The paper's numbers over an ancestral trace; the N-weighted average first. Empty when none ran. */
export function traceAggregates(rows: readonly ScoredRow[]): readonly Aggregate[] {
  const of = (task: string) => rows.filter((row) => row.task === `needlebench/${task}`);
  const trace = of('ancestral-trace');
  const lines = trace.filter(({ cell }) => String(cell['form'] ?? '').startsWith('v1'));
  return [
    ...sizes(
      trace.filter(({ cell }) => cell['form'] === undefined),
      { metric: 'ancestral-trace', label: 'ATC' },
    ),
    ...axisValues(lines, 'form').flatMap((form) => v1Summary(rowsAt(lines, { form }), String(form))),
    ...choices(trace.filter(({ cell }) => cell['form'] === 'choice')),
    ...sizes(of('ancestral-trace-hard'), { metric: 'ancestral-trace-hard', label: 'ATC-hard' }),
  ];
}

interface Naming {
  readonly metric: string;
  readonly label: string;
}

function sizes(rows: readonly ScoredRow[], naming: Naming): Aggregate[] {
  if (rows.length === 0) return [];
  const languages = axisValues(rows, 'language');
  return [
    ...summary(rows, naming, {}),
    ...(languages.length > 1 ? languages.flatMap((language) => summary(rowsAt(rows, { language }), naming, { language })) : []),
    ...axisValues(rows, 'needles').map((needles) => ({
      metric: `${naming.metric}/size`,
      label: `${naming.label}, N = ${needles}`,
      cell: { needles },
      ...meanOf(rowsAt(rows, { needles })),
    })),
    ...axisValues(rows, 'question').map((question) => ({
      metric: `${naming.metric}/question`,
      label: `${naming.label}, ${question}`,
      cell: { question },
      ...meanOf(rowsAt(rows, { question })),
    })),
  ];
}

function summary(rows: readonly ScoredRow[], { metric, label }: Naming, cell: Cell): Aggregate[] {
  const short = rows.filter(({ cell: { needles } }) => Number(needles) <= SHORT_LIMIT);
  const enl = effectiveNeedles(rows);
  return [
    { metric, label: `${label}, weighted by N${unscored(rows)}`, cell, ...weightedByN(rows) },
    {
      metric: `${metric}/up-to-64`,
      label: `${label} up to N = ${SHORT_LIMIT}, weighted by N${unscored(short)}`,
      cell,
      ...weightedByN(short),
    },
    { metric: `${metric}/enl-50`, label: `${label}: largest N with at least 50 %`, cell, ...enl, unit: 'needles' },
  ];
}

function bySize(rows: readonly ScoredRow[]): { readonly size: number; readonly mean: Mean }[] {
  return [...groupBy(rows, ({ cell }) => Number(cell['needles']))]
    .map(([size, group]) => ({ size, mean: meanOf(group) }))
    .sort((a, b) => a.size - b.size);
}

/** Σ N · P_N / Σ N; null when a size that was asked has no score, as the large sizes weigh most. */
function weightedByN(rows: readonly ScoredRow[]): Mean {
  const all = bySize(rows);
  const weights = all.reduce((sum, { size }) => sum + size, 0);
  if (weights === 0 || all.some(({ mean }) => mean.value === null)) return { ...meanOf(rows), value: null };
  return { ...meanOf(rows), value: all.reduce((sum, { size, mean }) => sum + size * mean.value!, 0) / weights };
}

function unscored(rows: readonly ScoredRow[]): string {
  const sizesWithout = bySize(rows).filter(({ mean }) => mean.value === null);
  return sizesWithout.length === 0 ? '' : ` (no score at N = ${sizesWithout.map(({ size }) => size).join(', ')})`;
}

/** ENL-τ = max{N : P_N ≥ τ}; 0 when no size reaches it, null when nothing has a score. */
function effectiveNeedles(rows: readonly ScoredRow[]): Mean {
  const known = bySize(rows).filter(({ mean }) => mean.value !== null);
  const reached = known.filter(({ mean }) => mean.value! >= ENL_THRESHOLD).map(({ size }) => size);
  return { ...meanOf(rows), value: known.length === 0 ? null : Math.max(0, ...reached) };
}

/** v1: the last N before scores first fall below 60; 0 when the first one does. */
function v1Summary(rows: readonly ScoredRow[], form: string): Aggregate[] {
  const known = bySize(rows).filter(({ mean }) => mean.value !== null);
  const fall = known.findIndex(({ mean }) => mean.value! < V1_LIMIT);
  const reached = known.slice(0, fall === -1 ? known.length : fall).at(-1)?.size ?? 0;
  return [
    { metric: `ancestral-trace/${form}`, label: `ATC ${form}`, cell: { form }, ...meanOf(rows) },
    {
      metric: `ancestral-trace/${form}/reach`,
      label: `ATC ${form}: last N before scores fall below 60`,
      cell: { form },
      ...meanOf(rows),
      value: known.length === 0 ? null : reached,
      unit: 'needles',
    },
  ];
}

const ROTATIONS = 4;

/** Circular evaluation over the items with a score for each of the four rotations; the others count as missing. */
function choices(rows: readonly ScoredRow[]): Aggregate[] {
  if (rows.length === 0) return [];
  const groups = [...groupBy(rows, ({ group, cell }) => group ?? JSON.stringify(cell)).values()];
  const whole = groups.filter((group) => isWhole(group));
  const items = whole.map((group) => ({
    gold: 0,
    picked: group
      .toSorted((a, b) => Number(a.cell['rotation']) - Number(b.cell['rotation']))
      .map(({ result }) => (result.status === 'ok' ? (result.score.counts?.['picked'] ?? null) : null)),
  }));
  const scores = circularScores(items);
  const shared = { cell: { form: 'choice' }, n: items.length, missing: groups.length - items.length };
  return [
    { metric: 'ancestral-trace/choice', label: 'ATC choice: all four rotations right (perf_4)', value: scores.perfAll, ...shared },
    { metric: 'ancestral-trace/choice/acc-1', label: 'ATC choice: first rotation right (acc_1)', value: scores.acc1, ...shared },
    { metric: 'ancestral-trace/choice/acc-4', label: 'ATC choice: rotations right (acc_4)', value: scores.accAll, ...shared },
    { metric: 'ancestral-trace/choice/vote', label: 'ATC choice: right by vote', value: scores.vote, ...shared },
  ];
}

function isWhole(group: readonly ScoredRow[]): boolean {
  const seen = new Set(group.filter(({ result }) => result.status === 'ok').map(({ cell }) => cell['rotation']));
  return seen.size === ROTATIONS && group.length === ROTATIONS;
}
