import { seededRandom } from '../../core/index.ts';
import { createSearch } from '../../text/index.ts';
import type { DumpQuestion, QuestionDump } from './question-dump.ts';

/** Questions that are ranked; the search's time grows with it. */
const MOST_ALIKE = 2000;

/**
 * For a question the other answers that may stand beside its best one, the nearest first (Ada-LEval, section 3): the other answers to it, then all answers to questions
 * like it, then the rest. Deviation: alike are questions that BM25 finds by their words, where the published set has tags; each text is taken once.
 */
export function createCandidates({ questions }: QuestionDump, seed: number): (asked: DumpQuestion, place: string) => readonly number[] {
  const search = createSearch(questions.map(({ question }) => question));
  return (asked, place) => {
    const random = seededRandom(seed, 'ada-leval', 'bestanswer', 'candidates', place);
    const alike = search.top(asked.question, MOST_ALIKE).map(({ passage }) => passage);
    const found = new Set(alike);
    const rest = random.shuffle(questions.flatMap((_, i) => (found.has(i) ? [] : [i])));
    const others = [...alike, ...rest].filter((i) => questions[i] !== asked).flatMap((i) => questions[i]!.answers);
    const numbers = new Set([...asked.answers, ...others]);
    numbers.delete(asked.best!);
    return [...numbers];
  };
}
