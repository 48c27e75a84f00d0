import { removeThinking } from '../text/index.ts';

/** Takes thinking out of stored answers and counts those that held any. */
export interface ThinkingCount {
  clean(answer: string): string;
  answers(): number;
}

/** A count for the answers of one scoring. */
export function countThinking(): ThinkingCount {
  let answers = 0;
  return {
    clean(answer) {
      const { text, removedChars } = removeThinking(answer);
      answers += Number(removedChars > 0);
      return text;
    },
    answers: () => answers,
  };
}
