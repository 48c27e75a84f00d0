import type { LongInsMode } from './load-longins.ts';
import type { Worded } from './question-kind.ts';

/* The published layout in our own words: what to do, the task (GIST), numbered questions with answers, what to answer. */

interface Wording {
  readonly intro: { readonly [mode in LongInsMode]: (task: string) => string };
  readonly item: (facts: { readonly number: number; readonly task: string; readonly question: string; readonly answer: string }) => string;
  readonly ask: string;
  readonly format: string;
}

/** What the task of the user's own questions is called. */
export const OWN_TASK: Worded = { en: 'Answer the question.', zh: '回答问题。' };

const local = {
  en: () =>
    'You check answers. Below are numbered questions, each with its own instruction and the answer that was given. Some answers are wrong.\n\n',
  zh: () => '请检查答案。下面是带编号的题目，每题都有自己的要求和给出的答案。其中有些答案是错的。\n\n',
};

export const WORDINGS: { readonly [language in 'en' | 'zh']: Wording } = {
  en: {
    intro: {
      GIST: (task) =>
        `You check answers. The task was: ${task} Below are numbered questions of it, each with the answer that was given. Some answers are wrong.\n\n`,
      LIST: local.en,
      LIMT: local.en,
    },
    item: ({ number, task, question, answer }) => `[${number}] ${task === '' ? '' : `${task} `}${question} Answer: ${answer}\n`,
    ask: '\nWhich questions have a wrong answer?',
    format: ' Give their numbers in one pair of square brackets with commas between, such as [3, 8], and nothing else.',
  },
  zh: {
    intro: {
      GIST: (task) => `请检查答案。任务是：${task}下面是带编号的题目，每题都附有给出的答案。其中有些答案是错的。\n\n`,
      LIST: local.zh,
      LIMT: local.zh,
    },
    item: ({ number, task, question, answer }) => `[${number}] ${task}${question} 答案：${answer}\n`,
    ask: '\n哪些题目的答案是错的？',
    format: '请把它们的编号写在一对方括号里，用逗号隔开，例如 [3, 8]，不要写别的。',
  },
};
