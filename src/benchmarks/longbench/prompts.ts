import { textBlock, type Frame } from '../../datasets/index.ts';

/*
 * The published layout (LongBench, config/dataset2prompt.json) in our own words: instruction, text, instruction again, question, cue. Few-shot data sets end in an
 * unfinished example, code in the line before the one that is asked for. Deviation: all are a user's message, where the published code gives the few-shot and code
 * data sets to models without a chat template.
 */

/** What stands before and after the text; `{}` is the row's input. */
interface Template {
  readonly before: string;
  readonly again?: string;
  readonly question?: string;
  readonly cue: string;
}

const SHORT = 'Answer in a few words, with nothing before or after them.';
const SHORT_ZH = '只写答案，不要写别的。';

const PASSAGES: Template = {
  before: `The passages below answer a question that comes after them. ${SHORT}\n\n`,
  again: `\n\nAnswer the question from the passages above. ${SHORT}\n\nQuestion: `,
  question: '{}',
  cue: '\nAnswer:',
};
const TEXT_EN: Template = {
  before: 'Read the text below; a question about it comes after it.\n\n',
  again: `\n\nAnswer the question from the text above. ${SHORT}\n\nQuestion: `,
  question: '{}',
  cue: '\nAnswer:',
};
const TEXT_ZH: Template = {
  before: '请阅读下面的文字，之后会有一个问题。\n\n',
  again: `\n\n请根据上面的文字回答问题。${SHORT_ZH}\n\n问题：`,
  question: '{}',
  cue: '\n回答：',
};
const NEXT_LINE: Template = { before: 'Continue the code below.\n', question: '{}', cue: 'The next line of code:\n' };

const TEMPLATES: { readonly [id: string]: Template } = {
  narrativeqa: {
    before: `Below is a story, a novel or the script of a film; a question about it comes after it. ${SHORT}\n\n`,
    again: `\n\nAnswer the question from the story above. ${SHORT}\n\nQuestion: `,
    question: '{}',
    cue: '\nAnswer:',
  },
  qasper: {
    before:
      'Below is a scientific article; a question about it comes after it. Answer in as few words as you can. If the article does not answer it, write "unanswerable"; to a yes or no question write "yes", "no" or "unanswerable".\n\n',
    again:
      '\n\nAnswer the question from the article above, in as few words as you can: "unanswerable" where the article does not say, "yes" or "no" where that is asked.\n\nQuestion: ',
    question: '{}',
    cue: '\nAnswer:',
  },
  multifieldqa_en: TEXT_EN,
  multifieldqa_zh: TEXT_ZH,
  hotpotqa: PASSAGES,
  '2wikimqa': PASSAGES,
  musique: PASSAGES,
  dureader: {
    before: '请阅读下面的几篇文章，之后会有一个问题。\n\n',
    again: '\n\n请根据上面的文章回答问题。\n\n问题：',
    question: '{}',
    cue: '\n回答：',
  },
  gov_report: {
    before: 'Below is a report of the government. Write a summary of it on one page.\n\n',
    again: '\n\nNow write the summary on one page.',
    cue: '\n\nSummary:',
  },
  qmsum: {
    before: 'Below is the record of a meeting, and after it a question or a task. Answer in one or more sentences.\n\n',
    again: '\n\nAnswer from the record above, in one or more sentences.\n\nQuestion: ',
    question: '{}',
    cue: '\nAnswer:',
  },
  multi_news: {
    before: 'Below are several news articles. Write a summary of them all on one page.\n\n',
    again: '\n\nNow write the summary of all articles on one page.',
    cue: '\n\nSummary:',
  },
  vcsum: { before: '下面是一份会议记录，请写一段话总结它的内容。\n\n', again: '\n\n请写出会议总结。', cue: '\n\n会议总结：' },
  trec: { before: 'Give the type of the last question. The examples show the types.\n\n', question: '\n{}', cue: '' },
  triviaqa: {
    before: 'Answer the last question from its passage, with the answer alone. The examples show how.\n\n',
    question: '\n\n{}',
    cue: '',
  },
  samsum: { before: 'Summarise the last dialogue in a few short sentences. The examples show how.\n\n', question: '\n\n{}', cue: '' },
  lsht: { before: '请给出最后一篇新闻的类别，前面是一些例子。\n\n', question: '\n{}', cue: '' },
  passage_count: {
    before: 'Below are paragraphs, some of them repeated. How many different ones are there?\n\n',
    again: '\n\nHow many different paragraphs are there? Give one whole number and nothing else.',
    cue: '\n\nThe number of different paragraphs:',
  },
  passage_retrieval_en: {
    before: 'Below are 30 numbered paragraphs and then a summary of one of them. Which one is it?\n\n',
    again: '\n\nThis is the summary:\n\n',
    question: '{}',
    cue: '\n\nGive the number of the paragraph in the form "Paragraph 1", "Paragraph 2".\n\nThe answer is:',
  },
  passage_retrieval_zh: {
    before: '下面是若干带编号的段落，之后是其中一段的摘要。请找出是哪一段。\n\n',
    again: '\n\n摘要如下：\n\n',
    question: '{}',
    cue: '\n\n请按“段落1”“段落2”的形式写出段落编号。\n\n答案是：',
  },
  lcc: NEXT_LINE,
  'repobench-p': NEXT_LINE,
};

/** What stands around the text of a row. */
export function frameOf(id: string, input: string): Frame {
  const { before, again, question, cue } = TEMPLATES[id]!;
  const asked = question?.replace('{}', () => input) ?? '';
  // A task without a question of its own is what its instruction asks.
  const repeated = again === undefined ? [] : [textBlock(question === undefined ? 'question' : 'instruction', again)];
  return {
    before: [textBlock('instruction', before)],
    after: [...repeated, ...(asked === '' ? [] : [textBlock('question', asked)]), ...(cue === '' ? [] : [textBlock('format', cue)])],
  };
}
