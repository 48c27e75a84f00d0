import type { Answer, Sample, Score } from '../../core/index.ts';
import { clueId, cluesOf } from './mark-clues.ts';

const PHRASE = /(?:the answer is|答案是|答案为|答案：|答案:)[^A-Za-z]{0,12}([A-Z])(?![A-Za-z])/gi;
const LONE = /(?<![A-Za-z])[A-D](?![A-Za-z])/g;

/** The letter that an answer ends with: of the last closing sentence, else the last A–D that stands alone; null without one. */
export function closingLetter(reply: string): string | null {
  let said: string | null = null;
  for (const [, letter] of reply.matchAll(PHRASE)) if ('ABCD'.includes(letter!)) said = letter!;
  return said ?? reply.match(LONE)?.at(-1) ?? null;
}

/**
 * Whether the letter is right. Beside it, where the question has clues: `evidence-in-prompt`, the share of them that stand whole in the prompt, and, where a
 * method gave the model parts only, `evidence-recall`, the share of them that it gave any part of.
 */
export function scoreAnswer({ replies, used }: Pick<Answer, 'replies' | 'used'>, sample: Sample): Omit<Score, 'mode'> {
  const letter = closingLetter(replies[0] ?? '');
  const clues = cluesOf(sample).map(clueId);
  const share = (ids: ReadonlySet<string | undefined>) => clues.filter((id) => ids.has(id)).length / clues.length;
  const inPrompt = share(evidenceIds(sample));
  return {
    value: Number(letter === sample.target),
    metric: 'accuracy',
    ...(clues.length > 0 && {
      parts: [
        { metric: 'evidence-in-prompt', value: inPrompt },
        ...(used ? [{ metric: 'evidence-recall', value: share(new Set(used.map(({ block }) => block))) }] : []),
      ],
    }),
    ...(letter === null ? { errorClass: 'no-choice', why: 'names no option' } : { why: `answers ${letter}` }),
  };
}

function evidenceIds({ ask }: Sample): ReadonlySet<string | undefined> {
  if (ask.kind !== 'generate') return new Set();
  const blocks = ask.steps.flatMap(({ messages }) => messages).flatMap((message) => message.blocks);
  return new Set(blocks.filter(({ role }) => role === 'evidence').map(({ id }) => id));
}
