import type { Block } from '../../core/index.ts';
import { textBlock } from '../../datasets/index.ts';

/* The published layout (ada_leval/dataset.py) in our own words: what to do and the form of an answer, question, candidates, the form again. */

const WORDINGS = {
  en: {
    instruction:
      'Below are a question and several answers, marked A1, A2 and so on. Some were given to this question, others to similar ones. One of them solves the problem of this question best. Name it by its mark alone, as in: A3\n\nQuestion:\n\n',
    answers: '\n\nAnswers:\n\n',
    format: 'Which answer is the best for the question? Give its mark and nothing else.',
  },
  zh: {
    instruction:
      '下面是一个问题和若干回答，回答标为 A1、A2 等等。有些是针对这个问题的，有些是针对类似问题的。其中一个最好地解决了这个问题。只写出它的标号，例如：A3\n\n问题：\n\n',
    answers: '\n\n回答：\n\n',
    format: '哪个回答最适合这个问题？只写出标号。',
  },
};

/** The answer that the prompt shows as an example. */
export const SAMPLE_ANSWER = 'A3';

/** The blocks of a prompt; `answers` are spans of the corpus in the order in which they are shown. */
export function bestAnswerBlocks(
  { language, question }: { readonly language: 'en' | 'zh'; readonly question: string },
  answers: readonly { readonly doc: string; readonly from: number; readonly to: number; readonly isBest: boolean }[],
): readonly Block[] {
  const wording = WORDINGS[language];
  return [
    textBlock('instruction', wording.instruction),
    textBlock('question', question),
    textBlock('instruction', wording.answers),
    ...answers.map(({ isBest, ...span }, i) => answerBlock(span, { number: i + 1, isBest })),
    textBlock('format', wording.format),
  ];
}

function answerBlock(
  span: { readonly doc: string; readonly from: number; readonly to: number },
  { number, isBest }: { readonly number: number; readonly isBest: boolean },
): Block {
  return { role: isBest ? 'evidence' : 'context', id: `A${number}`, pieces: [{ text: `A${number}:\n\n` }, span, { text: '\n\n' }] };
}
