import type { BuiltKind } from './built-tasks.ts';

/* M4LE's layout in our own words: what will be asked, a solved example, the texts with their ids, the question. */

/** The sentences of a prompt in one language. */
interface Wording {
  readonly instruction: { readonly [kind in BuiltKind]: (labels: string) => string };
  readonly question: { readonly [kind in BuiltKind]: (about: string) => string };
  readonly item: (id: string) => string;
  readonly example: string;
  readonly texts: string;
  readonly answer: string;
  /** Between the answer's cue and the answer. */
  readonly gap: string;
  /** Between labels or ids. */
  readonly comma: string;
}

export const WORDINGS: { readonly [language in 'en' | 'zh']: Wording } = {
  en: {
    instruction: {
      'explicit-single': (labels) =>
        `Each text below has an id of six characters and belongs to one of these classes: ${labels}. Tell the class of the text with a given id. Answer with the name of the class and nothing else.\n\n`,
      'explicit-multiple': (labels) =>
        `Each text below has an id of six characters and belongs to one of these classes: ${labels}. Find all texts of a given class. Answer with their ids, separated by commas, and nothing else.\n\n`,
      'semantic-single': () =>
        'Each passage below has an id of six characters. One of them comes directly after another passage that is shown in the question. Answer with its id and nothing else.\n\n',
      'semantic-multiple': (labels) =>
        `Each text below has an id of six characters and belongs to one of these classes: ${labels}. Count the texts of a given class. Answer with the number in digits and nothing else.\n\n`,
    },
    question: {
      'explicit-single': (id) => `Question: Of which class is the text with the id ${id}?\nAnswer:`,
      'explicit-multiple': (label) => `Question: Which texts are of the class ${label}?\nAnswer:`,
      'semantic-single': (passage) => `Question: Which of the passages above comes directly after this one?\n${passage}`,
      'semantic-multiple': (label) => `Question: How many of the texts are of the class ${label}?\nAnswer:`,
    },
    item: (id) => `Id ${id}:\n`,
    example: 'A solved example first.\n\n',
    texts: 'Now the texts of your question.\n\n',
    answer: '\nAnswer:',
    gap: ' ',
    comma: ', ',
  },
  zh: {
    instruction: {
      'explicit-single': (labels) =>
        `下面每段文字都有一个六位编号，并属于以下类别之一：${labels}。请说出指定编号的文字属于哪个类别。只回答类别名称。\n\n`,
      'explicit-multiple': (labels) =>
        `下面每段文字都有一个六位编号，并属于以下类别之一：${labels}。请找出指定类别的全部文字。只回答它们的编号，用逗号隔开。\n\n`,
      'semantic-single': () => '下面每段文字都有一个六位编号。其中一段紧接在问题里给出的那段文字之后。只回答它的编号。\n\n',
      'semantic-multiple': (labels) =>
        `下面每段文字都有一个六位编号，并属于以下类别之一：${labels}。请数出指定类别的文字有多少段。只用阿拉伯数字回答。\n\n`,
    },
    question: {
      'explicit-single': (id) => `问题：编号为 ${id} 的文字属于哪个类别？\n答案：`,
      'explicit-multiple': (label) => `问题：哪些文字属于“${label}”类？\n答案：`,
      'semantic-single': (passage) => `问题：上面哪段文字紧接在下面这段之后？\n${passage}`,
      'semantic-multiple': (label) => `问题：属于“${label}”类的文字有多少段？\n答案：`,
    },
    item: (id) => `编号 ${id}：\n`,
    example: '先看一个做好的例子。\n\n',
    texts: '下面是你的题目。\n\n',
    answer: '\n答案：',
    gap: '',
    comma: '，',
  },
};
