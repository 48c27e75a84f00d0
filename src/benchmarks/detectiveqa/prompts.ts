import { textBlock, type Frame } from '../../datasets/index.ts';
import type { Annotation } from './annotation.ts';
import type { DetectiveLanguage } from './tasks.ts';

/* The published layout in our own words: the novel up to the answer, the question, its options, a request for steps and a closing sentence with the letter. */

interface Wording {
  readonly before: string;
  readonly question: string;
  readonly format: string;
}

const WORDINGS: { readonly [language in DetectiveLanguage]: Wording } = {
  en: {
    before:
      'Below is a detective novel, paragraph by paragraph, up to the point where the answer is given away. Read it and then answer the question about it.\n\n',
    question: '\n\nQuestion: ',
    format:
      '\n\nReason step by step: first the clues of the novel, then what follows from them. End with the sentence "The answer is X.", where X is the letter of one option.',
  },
  zh: {
    before: '下面是一部侦探小说，按段落编号，到揭晓答案之前为止。请阅读小说，然后回答问题。\n\n',
    question: '\n\n问题：',
    format: '\n\n请逐步推理：先列出小说中的线索，再写出由此得到的结论。最后以“答案是 X。”结束，X 是一个选项的字母。',
  },
};

/** What stands around the novel. */
export function frameOf({ question, options }: Pick<Annotation, 'question' | 'options'>, language: DetectiveLanguage): Frame {
  const { before, question: cue, format } = WORDINGS[language];
  const choices = Object.entries(options)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, text]) => `\n${letter}. ${text.trim()}`);
  return {
    before: [textBlock('instruction', before)],
    after: [
      textBlock('instruction', cue),
      textBlock('question', question.trim()),
      textBlock('choices', choices.join('')),
      textBlock('format', format),
    ],
  };
}
