/*
 * LaRA (Li et al. 2025, arXiv 2502.09977), evaluation/compute_score_llm.py, on files as the published code writes them: accuracy by setting (full, rag), size, kind of
 * document and task; a task's score is the plain mean over the kinds, the overall score the mean over the tasks; x 100, two decimals.
 * Deviations: the wording of the judge is ours; a reply without a verdict is told and left out (published: no); without a judge our proxy scores.
 */
import { z } from 'zod';
import { JudgeError, type Judge } from '../../core/index.ts';
import { average, readJsonlRows } from '../../datasets/index.ts';
import { demandVerdict, judgeCorrect, judgeNotMentioned, roundHalfEven } from '../../scoring/index.ts';
import { badRowsError, predictionFiles } from '../prediction-files.ts';
import type { BadRow, StoredPredictions, StoredScore, StoredScoring } from '../stored-predictions.ts';
import { countThinking } from '../thinking-count.ts';
import { scoreReply } from './score-reply.ts';
import { LARA_TASKS, SIZES, SOURCES, type LaraTask } from './tasks.ts';

const NAME = /^(full|rag)_preds_.+_(32k|128k)_(book|financial|paper)_(location|reasoning|comp|hallu)$/;

/** Rows that are judged at once. */
const AT_ONCE = 8;

const rowSchema = z.object({ question: z.string(), prediction: z.string(), ground_truth: z.string() });

interface Row extends z.infer<typeof rowSchema> {
  readonly file: string;
  readonly line: number;
}

interface Scored {
  readonly group: string;
  readonly source: string;
  readonly task: LaraTask;
  readonly values: readonly number[];
}

/** Scores files `full_preds_MODEL_SIZE_KIND_TASK.jsonl` (or `rag_…`), by the judge that is given, else by the proxy. Rejects with JudgeError where the judge cannot be asked. */
export async function scorePredictions({ predictions, skipBadRows, judge }: StoredPredictions): Promise<StoredScoring> {
  const hint = 'evaluation/prediction/MODEL of LaRA, files full_preds_MODEL_32k_book_location.jsonl and the like';
  const files = await predictionFiles(predictions, { suffix: '.jsonl', hint });
  const thinking = countThinking();
  const read = await Promise.all(files.map((file) => readFile(file, thinking.clean)));
  const broken = read.flatMap(({ bad }) => bad);
  // Before a judge is paid for.
  if (broken.length > 0 && !skipBadRows) throw badRowsError(broken);
  const scored: Scored[] = [];
  const unread: BadRow[] = [];
  for (const { named, rows } of read) {
    if (!named) continue;
    const { values, unread: without } = await valuesOf(named.task, rows, judge);
    unread.push(...without);
    scored.push({ ...named, values });
  }
  const scores = scoresOf(scored, judge ? 'judge/accuracy' : 'proxy');
  return { scores, skipped: [...broken, ...unread], judged: 0, withThinking: thinking.answers() };
}

interface ReadFile {
  /** Absent: the file's name is none of LaRA's. */
  readonly named?: Omit<Scored, 'values'>;
  readonly rows: readonly Row[];
  readonly bad: readonly BadRow[];
}

async function readFile({ path, task: name }: { readonly path: string; readonly task: string }, clean: Clean): Promise<ReadFile> {
  const [, setting, size, source, id] = NAME.exec(name) ?? [];
  const task = LARA_TASKS.find((each) => each.id === id);
  if (task === undefined) return { rows: [], bad: [{ file: path, line: 1, problem: 'its name is none of LaRA’s prediction files' }] };
  return { named: { group: `${setting}/${size}`, source: source!, task }, ...(await readRows(path, clean)) };
}

type Clean = (answer: string) => string;

async function readRows(file: string, clean: Clean): Promise<{ readonly rows: Row[]; readonly bad: BadRow[] }> {
  const read = await readJsonlRows(file, rowSchema);
  return {
    rows: read.flatMap((each) => ('row' in each ? [{ ...each.row, prediction: clean(each.row.prediction), file, line: each.line }] : [])),
    bad: read.flatMap((each) => ('problem' in each ? [{ file, line: each.line, problem: each.problem }] : [])),
  };
}

async function valuesOf(task: LaraTask, rows: readonly Row[], judge: Judge | undefined) {
  const values: number[] = [];
  const unread: BadRow[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await Promise.all(
      rows.slice(at, at + AT_ONCE).map(async (row) => {
        const value = judge ? await judgedValue(task, row, judge) : scoreReply(task, [row.prediction], { target: row.ground_truth }).value;
        if (typeof value === 'number') values.push(value);
        else unread.push({ file: row.file, line: row.line, problem: value.message });
      }),
    );
  }
  return { values, unread };
}

async function judgedValue({ id }: LaraTask, row: Row, judge: Judge): Promise<number | Error> {
  const asked = { question: row.question, reference: row.ground_truth, answer: row.prediction };
  try {
    return Number(demandVerdict(id === 'hallu' ? await judgeNotMentioned(judge, asked) : await judgeCorrect(judge, asked), judge));
  } catch (error) {
    if (error instanceof JudgeError || !(error instanceof Error) || error.name !== 'Error') throw error;
    return error;
  }
}

function scoresOf(scored: readonly Scored[], metric: string): readonly StoredScore[] {
  const settings = ['full', 'rag'].flatMap((setting) => SIZES.map((size) => `${setting}/${size}`));
  return settings.flatMap((group) => {
    const own = scored.filter((each) => each.group === group);
    if (own.length === 0) return [];
    const tasks = LARA_TASKS.flatMap(({ id }) => {
      const parts = SOURCES.flatMap((source) => own.filter((each) => each.source === source && each.task.id === id));
      return parts.length === 0 ? [] : [{ id, parts, mean: average(parts.flatMap(({ values }) => average(values) ?? [])) }];
    });
    const count = (parts: readonly Scored[]) => parts.reduce((sum, { values }) => sum + values.length, 0);
    const score = (task: string, value: number | null, n: number): StoredScore => ({
      task,
      metric,
      value: value === null ? null : roundHalfEven(100 * value, 2),
      n,
    });
    return [
      score(group, average(tasks.flatMap(({ mean }) => mean ?? [])), count(own)),
      ...tasks.flatMap(({ id, parts, mean }) => [
        score(`${group}/${id}`, mean, count(parts)),
        ...parts.map(({ source, values }) => score(`${group}/${id}/${source}`, average(values), values.length)),
      ]),
    ];
  });
}
