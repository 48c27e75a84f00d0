import {
  SCORER_ERROR,
  type Answer,
  type CallRecord,
  type Documents,
  type Judge,
  type Result,
  type Sample,
  type Task,
} from '../core/index.ts';

const LONGEST_DETAIL = 500;

/** Scores an answer with its task. A scorer that fails is a result of its own (`SCORER_ERROR`): the answer stays and can be scored again. */
export async function scoreAnswer(
  sample: Sample,
  { answer, calls }: { readonly answer: Answer; readonly calls: readonly CallRecord[] },
  { task, documents, judge }: { readonly task: Task; readonly documents: Documents; readonly judge?: Judge },
): Promise<Result> {
  try {
    return withFinish(await task.score(answer, sample, { documents, ...(judge && { judge }) }), calls.at(-1));
  } catch (error) {
    return { status: 'error', reason: SCORER_ERROR, detail: describeError(error) };
  }
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
