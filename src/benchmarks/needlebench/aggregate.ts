/**
 * The numbers that NeedleBench's paper and summariser report (arXiv 2407.11963; OpenCompass `summarizers/needlebench.py`).
 * Groups are flat means over their datasets; overall v1 = 0.4 S-RT + 0.3 M-RT + 0.3 M-RS, v2 = their mean. Missing stays missing.
 */
import type { Aggregate, Cell, Json, ScoredRow } from '../../core/index.ts';
import { traceAggregates } from './aggregate-trace.ts';
import { errorCounts } from './error-counts.ts';
import { heatMapAggregates } from './heat-map-overall.ts';
import { axisValues, meanOfDatasets, rowsAt, type Mean } from './means.ts';
import type { Mode } from './options.ts';
import { SUITE_OPTIONS, type HaystackTaskName, type Version } from './suites.ts';

/** The groups of the overall score, with the weights of both versions. */
export const GROUPS: readonly {
  readonly task: HaystackTaskName;
  readonly label: string;
  readonly weight: { readonly [version in Version]: number };
}[] = [
  { task: 'single-retrieval', label: 'S-RT', weight: { v1: 0.4, v2: 1 / 3 } },
  { task: 'multi-retrieval', label: 'M-RT', weight: { v1: 0.3, v2: 1 / 3 } },
  { task: 'multi-reasoning', label: 'M-RS', weight: { v1: 0.3, v2: 1 / 3 } },
];

interface Group {
  readonly task: HaystackTaskName;
  readonly label: string;
  readonly weight: number;
  readonly rows: readonly ScoredRow[];
}

/** The published aggregation, headline first. `options` are the run's: `version` and `mode` are read, anything else is passed over. */
export function aggregateNeedleBench(rows: readonly ScoredRow[], options: Json): readonly Aggregate[] {
  const { version, mode } = versionAndMode(options);
  const groups = groupsOf(rows, version);
  const trace = traceAggregates(rows);
  return [
    headlineNeedleBench(rows, options),
    ...groups.map((group) => groupAggregate(group, {})),
    ...axisValues(
      groups.flatMap((group) => group.rows),
      'language',
    ).flatMap((language) => languageAggregates(groups, version, language)),
    ...needleCounts(groups),
    ...heatMapAggregates(groups),
    ...(mode === 'compat' ? asPrinted(groups, version) : []),
    ...trace,
    ...errorCounts(rows),
  ];
}

/** The overall score alone: of the three groups where any ran, else of the ancestral trace. */
export function headlineNeedleBench(rows: readonly ScoredRow[], options: Json): Aggregate {
  const { version } = versionAndMode(options);
  const groups = groupsOf(rows, version);
  const [trace] = groups.length > 0 ? [] : traceAggregates(rows);
  return trace === undefined ? overall(groups, version, {}) : traceHeadline(trace);
}

function versionAndMode(options: Json): { readonly version: Version; readonly mode: Mode } {
  const { version, mode, suite } = (typeof options === 'object' && options !== null && !Array.isArray(options) ? options : {}) as {
    readonly [key: string]: Json;
  };
  const fromSuite = typeof suite === 'string' && Object.hasOwn(SUITE_OPTIONS, suite) ? SUITE_OPTIONS[suite]!['version'] : undefined;
  const named = version ?? fromSuite;
  return { version: named === 'v1' ? 'v1' : 'v2', mode: mode === 'compat' ? 'compat' : 'corrected' };
}

function groupsOf(rows: readonly ScoredRow[], version: Version): Group[] {
  return GROUPS.map(({ task, label, weight }) => ({
    task,
    label,
    weight: weight[version],
    rows: rows.filter((row) => row.task === `needlebench/${task}`),
  })).filter((group) => group.rows.length > 0);
}

/** The weighted mean over the groups that ran. A group that ran without any score makes it null. */
function overall(groups: readonly Group[], version: Version, cell: Cell): Aggregate {
  const means = groups.map((group) => ({ mean: meanOfDatasets(group.rows), weight: group.weight }));
  return { metric: 'overall', label: overallLabel(groups, version), cell, ...combined(means) };
}

function combined(means: readonly { readonly mean: Mean; readonly weight: number }[]): Mean {
  const weights = means.reduce((sum, { weight }) => sum + weight, 0);
  const missing = means.reduce((sum, { mean }) => sum + mean.missing, 0);
  const n = means.reduce((sum, { mean }) => sum + mean.n, 0);
  if (means.length === 0 || means.some(({ mean }) => mean.value === null)) return { value: null, n, missing };
  return { value: means.reduce((sum, { mean, weight }) => sum + mean.value! * weight, 0) / weights, n, missing };
}

function overallLabel(groups: readonly Group[], version: Version): string {
  const rule = version === 'v1' ? '0.4 S-RT + 0.3 M-RT + 0.3 M-RS' : 'mean of S-RT, M-RT, M-RS';
  if (groups.length === GROUPS.length) return `Overall (${rule})`;
  return groups.length === 0 ? 'Overall (nothing ran)' : `Overall of what ran: ${groups.map(({ label }) => label).join(', ')} only`;
}

function traceHeadline(weighted: Aggregate): Aggregate {
  return { ...weighted, metric: 'overall', label: `Overall of what ran: ${weighted.label} only` };
}

function groupAggregate({ task, label, rows }: Group, cell: Cell): Aggregate {
  return { metric: task, label, cell, ...meanOfDatasets(rowsAt(rows, cell)) };
}

function languageAggregates(groups: readonly Group[], version: Version, language: Cell[string]): Aggregate[] {
  const own = groups.map((group) => ({ ...group, rows: rowsAt(group.rows, { language }) })).filter((group) => group.rows.length > 0);
  return [overall(own, version, { language }), ...own.map((group) => groupAggregate(group, { language }))];
}

/** M-RS per needle count, and per language and needle count. */
function needleCounts(groups: readonly Group[]): Aggregate[] {
  const reasoning = groups.find(({ task }) => task === 'multi-reasoning');
  if (!reasoning) return [];
  const counts = axisValues(reasoning.rows, 'needles').map((needles) => ({ needles }));
  const cells: Cell[] = [
    ...counts,
    ...axisValues(reasoning.rows, 'language').flatMap((language) => counts.map((count) => ({ language, ...count }))),
  ];
  return cells.filter((cell) => rowsAt(reasoning.rows, cell).length > 0).map((cell) => groupAggregate(reasoning, cell));
}

/** The published table prints M-RT's number in the S-RT column and takes it into the overall score (the group points to the wrong datasets). */
function asPrinted(groups: readonly Group[], version: Version): Aggregate[] {
  const retrieval = groups.find(({ task }) => task === 'multi-retrieval');
  const single = groups.find(({ task }) => task === 'single-retrieval');
  if (!retrieval || !single) return [];
  const printed = groups.map((group) => (group === single ? { ...group, rows: retrieval.rows } : group));
  return [
    {
      ...overall(printed, version, {}),
      metric: 'overall-as-printed',
      label: 'Overall as the published table prints it (S-RT column shows M-RT)',
    },
  ];
}
