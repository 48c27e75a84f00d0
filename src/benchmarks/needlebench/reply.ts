import type { Answer } from '../../core/index.ts';

/** The text to score: the reply to the last step. */
export function replyOf(answer: Answer): string {
  return answer.replies.at(-1) ?? '';
}

/** True when the last call ended at its token limit. */
export function wasCut(answer: Answer): boolean {
  return answer.generations.at(-1)?.finish === 'length';
}
