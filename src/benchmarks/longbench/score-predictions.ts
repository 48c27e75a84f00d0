import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { noRows, readJsonlRows } from '../../datasets/index.ts';
import { loadJieba, roundHalfEven, type ScoringMode, type Segment } from '../../scoring/index.ts';
import { countThinking, type ThinkingCount } from '../thinking-count.ts';
import { badRowsError, predictionFiles } from '../prediction-files.ts';
import type { BadRow, StoredPredictions, StoredScore, StoredScoring } from '../stored-predictions.ts';
import { LONGBENCH_DATASETS, longBenchDataset, type LongBenchDataset } from './datasets.ts';
import { scoreAnswer } from './score-answer.ts';

const rowSchema = z.looseObject({
  pred: z.string(),
  answers: z.array(z.string()),
  all_classes: z.array(z.string()).nullish(),
  length: z.number().optional(),
});

type Row = z.infer<typeof rowSchema>;

/** Scores files `<dataset>.jsonl` as LongBench's `eval.py` does, and by the length bins of LongBench-E where rows have a length. */
export async function scorePredictions({ predictions, data, skipBadRows, mode = 'official' }: StoredPredictions): Promise<StoredScoring> {
  if (data !== undefined)
    throw new FathomError('misuse', 'LongBench’s predictions carry their gold answers.', { fix: 'Leave --data out.' });
  const found = await predictionFiles(predictions, { suffix: '.jsonl', hint: 'pred/MODEL or pred_e/MODEL of LongBench' });
  const files = found.map(({ path, task }) => ({ path, dataset: longBenchDataset(task, path) }));
  const sorted = files.toSorted((a, b) => LONGBENCH_DATASETS.indexOf(a.dataset) - LONGBENCH_DATASETS.indexOf(b.dataset));
  const segment = await loadJieba();
  const thinking = countThinking();
  const read = await Promise.all(sorted.map((file) => scoreFile(file, { segment, mode, thinking })));
  const skipped = read.flatMap(({ bad }) => bad);
  if (skipped.length > 0 && !skipBadRows) throw badRowsError(skipped);
  return { scores: read.flatMap(({ scores }) => scores), skipped, judged: 0, withThinking: thinking.answers() };
}

interface ScoredAnswer {
  readonly value: number;
  readonly length: number | undefined;
}

async function scoreFile(
  { path, dataset }: { readonly path: string; readonly dataset: LongBenchDataset },
  { thinking, ...how }: { readonly segment: Segment; readonly mode: ScoringMode; readonly thinking: ThinkingCount },
) {
  const scored: ScoredAnswer[] = [];
  const bad: BadRow[] = [];
  const rows = await readJsonlRows(path, rowSchema);
  if (rows.length === 0) throw noRows(path);
  for (const read of rows) {
    const problem = 'row' in read ? problemOf(read.row, dataset) : read.problem;
    if (problem !== undefined || !('row' in read)) bad.push({ file: path, line: read.line, problem: problem! });
    else {
      const { pred, answers: golds, all_classes: classes, length } = read.row;
      const answer = thinking.clean(pred);
      scored.push({ value: scoreAnswer(dataset, { answer, golds, classes: classes ?? [] }, how), length });
    }
  }
  return { scores: scoresOf(dataset.id, scored), bad };
}

function problemOf({ answers, all_classes: classes }: Row, { metric }: LongBenchDataset): string | undefined {
  if (answers.length === 0) return 'no accepted answer (answers)';
  return metric === 'class' && !classes?.length ? 'no classes (all_classes)' : undefined;
}

/** Bounds in words, as LongBench-E draws them. */
const BINS = [
  { metric: 'score_0-4k', from: 0, to: 4000 },
  { metric: 'score_4-8k', from: 4000, to: 8000 },
  { metric: 'score_8k+', from: 8000, to: Infinity },
];

function scoresOf(task: string, scored: readonly ScoredAnswer[]): readonly StoredScore[] {
  const score = (metric: string, of: readonly ScoredAnswer[]): StoredScore => ({ task, metric, value: percent(of), n: of.length });
  const bins = BINS.map(({ metric, from, to }) =>
    score(
      metric,
      scored.filter(({ length }) => length !== undefined && length >= from && length < to),
    ),
  );
  return [score('score', scored), ...(scored.some(({ length }) => length !== undefined) ? bins : [])];
}

function percent(scored: readonly ScoredAnswer[]): number | null {
  return scored.length === 0 ? null : roundHalfEven((100 * scored.reduce((sum, { value }) => sum + value, 0)) / scored.length, 2);
}
