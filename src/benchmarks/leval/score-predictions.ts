import { noRows, readJsonlRows, requireDataFolder } from '../../datasets/index.ts';
import type { BadRow, StoredPredictions, StoredScore, StoredScoring } from '../stored-predictions.ts';
import { countThinking, type ThinkingCount } from '../thinking-count.ts';
import { badRowsError, predictionFiles } from '../prediction-files.ts';
import { goldAt, readGoldAnswers } from './gold-answers.ts';
import { predictionRowSchema, readPrediction, type Prediction } from './prediction-row.ts';
import { scoreAnswers, type PairedAnswer } from './score-answers.ts';
import { LEVAL_TASKS, levalTask, type LevalTask } from './tasks.ts';

const AUTOMATIC: ReadonlySet<string> = new Set(['exam', 'f1', 'rouge']);

/** Scores files `<task>.pred.jsonl` as L-Eval's own scorer does; rows for judges and people are counted only. */
export async function scorePredictions(stored: StoredPredictions): Promise<StoredScoring> {
  if (stored.data !== undefined) requireDataFolder(stored.data);
  const files = await taskFiles(stored.predictions);
  const thinking = countThinking();
  const read = await Promise.all(files.map((file) => readFile(file, { data: stored.data, thinking })));
  const skipped = read.flatMap((each) => each.bad);
  if (skipped.length > 0 && !stored.skipBadRows) throw badRowsError(skipped);
  const scores = read.flatMap(({ task, answers, automatic }): readonly StoredScore[] => (automatic ? scoreAnswers(task, answers) : []));
  return { scores, skipped, judged: read.reduce((sum, each) => sum + each.judged, 0), withThinking: thinking.answers() };
}

interface TaskFile {
  readonly path: string;
  readonly task: LevalTask;
}

/** The files of all folders in the order of the task table. */
async function taskFiles(folders: readonly string[]): Promise<readonly TaskFile[]> {
  const found = await predictionFiles(folders, {
    suffix: '.pred.jsonl',
    hint: 'Predictions/exam_eval/MODEL or Predictions/ngram_eval/MODEL of L-Eval',
  });
  const files = found.map(({ path, task }) => ({ path, task: levalTask(task, path) }));
  return files.toSorted((a, b) => LEVAL_TASKS.indexOf(a.task) - LEVAL_TASKS.indexOf(b.task));
}

interface ReadFile {
  readonly task: LevalTask;
  readonly answers: readonly PairedAnswer[];
  readonly bad: readonly BadRow[];
  readonly judged: number;
  /** The file has rows that are scored without a judge, good or bad. */
  readonly automatic: boolean;
}

async function readFile(
  { path, task }: TaskFile,
  { data, thinking }: { readonly data: string | undefined; readonly thinking: ThinkingCount },
): Promise<ReadFile> {
  const rows = (await readJsonlRows(path, predictionRowSchema)).map((row) => readPrediction(row, path));
  if (rows.length === 0) throw noRows(path);
  const needsGold = data !== undefined && rows.some((read) => 'row' in read && read.row.gold === undefined);
  const golds = needsGold ? await readGoldAnswers(data, task.id) : undefined;
  const answers: PairedAnswer[] = [];
  const bad: BadRow[] = [];
  let judged = 0;
  for (const [place, read] of rows.entries()) {
    const outcome = 'row' in read ? paired(read.row, task, (row) => golds && goldAt(golds, { ...row, place, rows: rows.length })) : read;
    if (outcome === 'judged') judged++;
    else if ('problem' in outcome) bad.push({ file: path, line: read.line, problem: outcome.problem });
    else answers.push({ place, ...outcome, answer: thinking.clean(outcome.answer) });
  }
  return { task, answers, bad, judged, automatic: answers.length + bad.length > 0 };
}

type FindGold = (row: Prediction) => ReturnType<typeof goldAt> | undefined;

function paired(
  row: Prediction,
  task: LevalTask,
  findGold: FindGold,
): Omit<PairedAnswer, 'place'> | 'judged' | { readonly problem: string } {
  if (!AUTOMATIC.has(row.evaluation)) return 'judged';
  if (row.evaluation !== task.evaluation)
    return { problem: `evaluation is ${JSON.stringify(row.evaluation)}, but ${task.id} is scored by "${task.evaluation}"` };
  if (row.gold !== undefined) return { answer: row.answer, gold: row.gold };
  const found = findGold(row) ?? { problem: 'no gold answer (gt); name the data with --data DIR' };
  return 'gold' in found ? { answer: row.answer, gold: found.gold } : found;
}
