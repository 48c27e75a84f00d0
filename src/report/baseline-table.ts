import { countLabel, countNoun, intervalLabel, pLabel, scoreLabel, shortTask, signedLabel } from './labels.ts';
import type { BaselineTask, RunSummary } from './run-summary.ts';

/** Heads of the table of baselines. Scores of a row are over the same samples. */
export const BASELINE_HEAD = [
  'Task',
  'Baseline',
  'Score',
  '95 % interval',
  'This run',
  'Difference',
  '95 % interval',
  'p',
  'n',
  'Missing',
  'Skipped',
];

/** A row for every task under every baseline, task by task; plain text. Empty when no baseline was asked. */
export function baselineRows({ baselines, tasks: order }: Pick<RunSummary, 'baselines' | 'tasks'>): readonly (readonly string[])[] {
  const rows = baselines.flatMap(({ name, tasks = [] }) => tasks.map((row) => ({ name, row })));
  const place = ({ row }: { readonly row: BaselineTask }) => (order.includes(row.task) ? order.indexOf(row.task) : order.length);
  return rows.toSorted((a, b) => place(a) - place(b)).map(({ name, row }) => cells(name, row));
}

/** Why baselines left samples out, one sentence for each baseline and reason; samples that the run itself skipped are not told again. */
export function skipSentences({ baselines, skipped }: Pick<RunSummary, 'baselines' | 'skipped'>): readonly string[] {
  const own = new Set(skipped.map(({ reason }) => reason));
  return baselines.flatMap(({ name, tasks = [] }) => {
    const skips = tasks.flatMap(({ task, skipped: left }) => left.map((skip) => ({ task, ...skip })));
    const byReason = Map.groupBy(
      skips.filter(({ reason }) => !own.has(reason)),
      ({ reason }) => reason,
    );
    return [...byReason].map(([reason, members]) => {
      const count = members.reduce((sum, member) => sum + member.count, 0);
      const where = members.map(({ task }) => shortTask(task)).join(', ');
      return `${name} leaves out ${countNoun(count, 'sample')} of ${where} (${reason}): ${members[0]!.detail}`;
    });
  });
}

/** What each baseline cost: calls, and tokens as far as they are known. */
export function costSentences({ baselines }: Pick<RunSummary, 'baselines'>): readonly string[] {
  return baselines.flatMap(({ name, usage }) => {
    if (usage === undefined) return [];
    const reported = usage.inputTokens === null ? '' : ` (provider counted ${countLabel(usage.inputTokens)})`;
    const output = usage.outputTokens === null ? '' : `; ${countLabel(usage.outputTokens)} out`;
    const reused = usage.fromCache === 0 ? '' : `; ${countNoun(usage.fromCache, 'answer')} from the response cache`;
    return [
      `baseline ${name}: ${countNoun(usage.calls, 'call')}, ${countLabel(usage.promptTokens)} prompt tokens${reported}${output}${reused}`,
    ];
  });
}

function cells(name: string, row: BaselineTask): readonly string[] {
  const score = (value: number | null) => scoreLabel(value, { digits: 1 });
  const { differenceLow: low, differenceHigh: high } = row;
  return [
    row.task,
    name,
    score(row.mean),
    intervalLabel(row),
    score(row.beside),
    signedLabel(row.difference),
    low === null || high === null ? '–' : `${signedLabel(low)} to ${signedLabel(high)}`,
    pLabel(row.p),
    countLabel(row.n),
    countLabel(row.missing),
    row.skipped.map(({ reason, count }) => `${countLabel(count)} ${reason}`).join(', ') || '0',
  ];
}
