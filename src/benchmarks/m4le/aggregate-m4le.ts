import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { average, meanOfMeans, meanOfRows, rowsByAxis } from '../../datasets/index.ts';
import { bleuOfCounts } from '../../scoring/index.ts';
import { BUILT_TASKS } from './built-tasks.ts';
import { PAIR_TASKS } from './pair-tasks.ts';
import { bleuCountsOf } from './score-reply.ts';
import { M4LE_TASKS, type M4leTask } from './tasks.ts';

/** A task's number in one bucket. */
interface BucketScore {
  readonly bucket: number;
  readonly score: Aggregate;
}

/**
 * As published, a number for each task and bucket (of translations, the BLEU of the whole bucket); the headline is the mean over the tasks in each
 * bucket, then over the buckets. `kept`: our stand-in for the paper's normalised score, r / (r + r of the task's own first bucket): 0.5 is as good as there.
 * Built tasks have numbers of their own, and are the headline of a run that has no others.
 */
export function aggregateM4le(rows: readonly ScoredRow[]): Aggregate[] {
  const ran = M4LE_TASKS.flatMap((task) => {
    const buckets = bucketsOf(task, rows);
    return buckets.length > 0 ? [{ task, buckets }] : [];
  });
  const built = [...BUILT_TASKS, ...PAIR_TASKS].flatMap((task) => {
    const own = rows.filter((row) => row.task === `m4le/${task.id}`);
    return own.length > 0 ? [builtScore(task, own)] : [];
  });
  const perBucket = bucketMeans(ran.map(({ buckets }) => buckets));
  const hub = meanOfMeans(perBucket, { metric: 'overall', label: 'Mean of the buckets, each the mean of its tasks' });
  const headline = hub.n > 0 || built.length === 0 ? hub : meanOfMeans(built, { metric: 'overall', label: 'Mean of the built tasks' });
  return [
    headline,
    ...perBucket,
    ...keptShares(ran.map(({ buckets }) => buckets)),
    ...ran.flatMap(({ task, buckets }) => [
      meanOfMeans(
        buckets.map(({ score }) => score),
        { metric: task.id, label: `${task.id}: mean of the buckets` },
      ),
      ...buckets.map(({ score }) => score),
    ]),
    ...built,
  ];
}

function bucketsOf(task: M4leTask, rows: readonly ScoredRow[]): BucketScore[] {
  const own = rows.filter((row) => row.task === `m4le/${task.id}`);
  return [...rowsByAxis(own, 'bucket')]
    .map(([bucket, some]) => ({ bucket: Number(bucket), score: bucketScore(task, some, Number(bucket)) }))
    .sort((a, b) => a.bucket - b.bucket);
}

function bucketScore({ id, metric }: M4leTask, rows: readonly ScoredRow[], bucket: number): Aggregate {
  const mean = meanOfRows(rows, { metric: `${id}/${bucket}`, label: `${id}, ${bucket}`, cell: { bucket } });
  if (metric !== 'bleu' || mean.value === null) return mean;
  return { ...mean, value: corpusBleu(rows) ?? null };
}

/** Of translations the mean over languages and lengths of the BLEU of all answers there; else the mean of the rows. */
function builtScore(
  { id, title, ...more }: { readonly id: string; readonly title: string; readonly metric?: string },
  rows: readonly ScoredRow[],
): Aggregate {
  const mean = meanOfRows(rows, { metric: id, label: `${id}: ${title}` });
  if (more.metric !== 'bleu' || mean.value === null) return mean;
  const cells = [...Map.groupBy(rows, ({ cell }) => `${String(cell['language'])}/${String(cell['askedTokens'])}`).values()];
  return { ...mean, value: average(cells.flatMap((some) => corpusBleu(some) ?? [])) };
}

function corpusBleu(rows: readonly ScoredRow[]): number | undefined {
  const counts = rows.flatMap(({ result }) => (result.status === 'ok' && result.score.counts ? [bleuCountsOf(result.score.counts)] : []));
  return counts.length === 0 ? undefined : bleuOfCounts(counts);
}

function bucketMeans(tasks: readonly (readonly BucketScore[])[]): Aggregate[] {
  const all = tasks.flat().toSorted((a, b) => a.bucket - b.bucket);
  return [...Map.groupBy(all, ({ bucket }) => bucket)].map(([bucket, some]) =>
    meanOfMeans(
      some.map(({ score }) => score),
      { metric: `bucket-${bucket}`, label: `Mean of the tasks, ${bucket}`, cell: { bucket } },
    ),
  );
}

function keptShares(tasks: readonly (readonly BucketScore[])[]): Aggregate[] {
  const shares = tasks.flatMap(([first, ...more]) => {
    const reference = first?.score.value;
    if (!reference) return [];
    return more.map(({ bucket, score }) => ({
      bucket,
      score: { ...score, value: score.value === null ? null : score.value / (score.value + reference) },
    }));
  });
  return bucketMeans([shares]).map((mean) => ({
    ...mean,
    metric: `kept-${String(mean.cell['bucket'])}`,
    label: `Kept of each task's shortest bucket, ${String(mean.cell['bucket'])} (0.5: all)`,
  }));
}
