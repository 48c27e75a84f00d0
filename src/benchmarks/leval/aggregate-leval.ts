import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfMeans, meanOfRows, meansOfParts, partOf, rowsByAxis, scoreOf } from '../../datasets/index.ts';
import { LEVAL_TASKS, type LevalTask } from './tasks.ts';

/**
 * The paper's closed-ended mean (of the exam tasks, each weighing the same) as the headline where there are any, else the mean of the others; then
 * every task, with the numbers beside its headline. All 0–1. Questions left to a judge are no part of it.
 */
export function aggregateLeval(rows: readonly ScoredRow[]): Aggregate[] {
  const ran = LEVAL_TASKS.map((task) => ({ task, own: rows.filter((row) => row.task === `leval/${task.id}`) })).filter(
    ({ own }) => own.length > 0,
  );
  const closed = ran.filter(({ task }) => task.evaluation === 'exam');
  const headline = (closed.length > 0 ? closed : ran).map(({ task, own }) => taskMean(task, own));
  const label = closed.length > 0 ? 'Mean of the closed-ended tasks' : 'Mean of the open-ended tasks';
  return [
    meanOfMeans(headline, { metric: 'overall', label }),
    ...ran.flatMap(({ task, own }) => [taskMean(task, own), ...beside(task, own)]),
  ];
}

function taskMean({ id, evaluation }: LevalTask, all: readonly ScoredRow[]): Aggregate {
  const rows = all.filter((row) => !isJudgedAlone(row));
  return meanOfRows(rows, { metric: id, label: `${id} (${evaluation === 'rouge' ? 'rougeL' : evaluation})` });
}

function beside({ id, evaluation }: LevalTask, rows: readonly ScoredRow[]): Aggregate[] {
  const automatic = rows.filter((row) => !isJudgedAlone(row));
  const parts = meansOfParts(automatic, { metric: id, label: id }).filter(({ metric }) => !metric.includes('/judge/'));
  const rouge = parts.filter(({ metric }) => /\/rouge[12]$/.test(metric));
  const topics = [...rowsByAxis(rows, 'topic')].map(([topic, own]) =>
    meanOfRows(own, { metric: `${id}/${topic}-topic`, label: `${id}: ${topic} topic` }),
  );
  return [
    ...parts,
    ...winRates(id, rows),
    ...topics,
    ...(evaluation === 'rouge' ? [geometricMean(id, [meanOfRows(automatic, { metric: '', label: '' }), ...rouge])] : []),
  ];
}

/** L-Eval's `geometric_mean`: of the means of ROUGE-L, -1 and -2. */
function geometricMean(id: string, [long, ...parts]: readonly Aggregate[]): Aggregate {
  const product = parts.reduce((total, { value }) => total * (value ?? 0), long!.value ?? 0);
  return {
    ...long!,
    metric: `${id}/geometric_mean`,
    label: `${id}: geometric mean of ROUGE-1, -2, -L`,
    value: long!.value === null ? null : Math.cbrt(product),
  };
}

const WIN_RATES = ['judge/win-rate', 'judge/win-rate-vs-gold'];

/** Questions that L-Eval leaves to judges have a win rate and no automatic score. */
function isJudgedAlone({ result }: ScoredRow): boolean {
  return result.status === 'ok' && WIN_RATES.includes(result.score.metric);
}

function winOf(row: ScoredRow, metric: string): number | undefined {
  return row.result.status === 'ok' && row.result.score.metric === metric ? scoreOf(row) : partOf(row, metric);
}

/** Over all judged questions of a task, whether or not they have an automatic score. The gold answer as the rival is no published setting. */
function winRates(id: string, rows: readonly ScoredRow[]): Aggregate[] {
  return WIN_RATES.flatMap((metric) => {
    const rival = metric === WIN_RATES[0] ? 'the answers on file' : 'the gold answers';
    const mean = meanOfRows(rows, {
      metric: `${id}/${metric}`,
      label: `${id}: win rate against ${rival}`,
      take: (row) => winOf(row, metric),
    });
    return mean.n > 0 ? [mean] : [];
  });
}
