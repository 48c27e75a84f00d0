import type { Answer, CallRecord, Result, Sample } from '../core/index.ts';
import type { RunSession } from './run-session.ts';

const LONGEST_DETAIL = 500;

/** The task's score of an answer; a scorer that throws makes it an error of the sample. */
export async function scoreAnswer(
  { tasks, documents }: RunSession,
  sample: Sample,
  { answer, calls }: { readonly answer: Answer; readonly calls: readonly CallRecord[] },
): Promise<Result> {
  try {
    return withFinish(await tasks.get(sample.task)!.score(answer, sample, { documents }), calls.at(-1));
  } catch (error) {
    return { status: 'error', reason: 'scorer', detail: describeError(error) };
  }
}

/** A wrong answer that was cut or refused says so, unless the task knows a better word for it. */
function withFinish(result: Result, call: CallRecord | undefined): Result {
  if (result.status !== 'ok' || result.score.value >= 1 || result.score.errorClass !== undefined) return result;
  if (call?.finish !== 'length' && call?.finish !== 'refused') return result;
  return { ...result, score: { ...result.score, errorClass: call.finish } };
}

/** An error in one line. */
export function describeError(error: unknown): string {
  return cutDetail(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

/** What a result keeps of a message. */
export function cutDetail(text: string): string {
  return text.length <= LONGEST_DETAIL ? text : `${text.slice(0, LONGEST_DETAIL - 1)}…`;
}
