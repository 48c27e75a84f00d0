import {
  JUDGE_ERROR,
  JudgeError,
  ModelError,
  SCORER_ERROR,
  type Answer,
  type CallRecord,
  type Documents,
  type Judge,
  type Result,
  type Sample,
  type Task,
} from '../core/index.ts';
import { removeThinking } from '../text/index.ts';
import { tallyJudge, type TalliedJudge } from './tally-judge.ts';

const LONGEST_DETAIL = 500;

/**
 * Scores an answer with its task, without the thinking that is left in its replies. A scorer that fails is a result of its own (`SCORER_ERROR`), and so is a judge
 * that cannot be asked (`JUDGE_ERROR`): the answer stays and can be scored again.
 */
export async function scoreAnswer(
  sample: Sample,
  { answer, calls }: { readonly answer: Answer; readonly calls: readonly CallRecord[] },
  { task, documents, judge }: { readonly task: Task; readonly documents: Documents; readonly judge?: Judge },
): Promise<Result> {
  const tallied = judge && tallyJudge(judge);
  const cleaned = answer.replies.map(removeThinking);
  const removedChars = cleaned.reduce((sum, each) => sum + each.removedChars, 0);
  const said = removedChars === 0 ? answer : { ...answer, replies: cleaned.map(({ text }) => text) };
  try {
    const result = await task.score(said, sample, { documents, ...(tallied && { judge: tallied.judge }) });
    return withFinish(withAccount(result, { removedChars, tallied }), calls.at(-1));
  } catch (error) {
    return { status: 'error', reason: isOfJudge(error) ? JUDGE_ERROR : SCORER_ERROR, detail: describeError(error) };
  }
}

/** A judge that gave up because the run is ending says so with a ModelError. */
function isOfJudge(error: unknown): boolean {
  return error instanceof JudgeError || error instanceof ModelError;
}

function withAccount(
  result: Result,
  { removedChars, tallied }: { readonly removedChars: number; readonly tallied: TalliedJudge | undefined },
): Result {
  if (result.status !== 'ok') return result;
  const judge = tallied?.account();
  return {
    ...result,
    score: { ...result.score, ...(removedChars > 0 && { removedThinkingChars: removedChars }), ...(judge && { judge }) },
  };
}

/** A wrong answer that was cut or refused says so, unless the task knows a better word for it. */
function withFinish(result: Result, call: CallRecord | undefined): Result {
  if (result.status !== 'ok' || result.score.value >= 1 || result.score.errorClass !== undefined) return result;
  if (call?.finish !== 'length' && call?.finish !== 'refused') return result;
  return { ...result, score: { ...result.score, errorClass: call.finish } };
}

/** An error as the detail of a result. */
export function describeError(error: unknown): string {
  return cutDetail(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

/** Text of limited length for the detail of a result. */
export function cutDetail(text: string): string {
  return text.length <= LONGEST_DETAIL ? text : `${text.slice(0, LONGEST_DETAIL - 1)}…`;
}
