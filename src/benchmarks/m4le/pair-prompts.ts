import type { PairTask } from './pair-tasks.ts';

/* M4LE's layout in our own words: what will be asked, a solved example, the texts, the question. */

/** What a question names: the text's number or id, its topic, the question of its row. */
export interface About {
  readonly name: string;
  readonly topic: string;
  readonly question: string;
  /** Of all texts, of tasks about classes. */
  readonly labels: string;
}

/** The sentences of a prompt in one language. */
interface PairWording {
  readonly instruction: (task: PairTask) => string;
  readonly question: (task: PairTask, about: About) => string;
  readonly item: (name: string) => string;
  readonly example: string;
  readonly texts: string;
  readonly text: string;
  readonly gap: string;
  readonly comma: string;
}

const EN_ASK = {
  question: 'Answer the question in a few words and nothing else.',
  topic: 'Answer with the topic and nothing else.',
  summary: 'Answer with a summary in one or two sentences and nothing else.',
  translation: 'Answer with a translation into Chinese and nothing else.',
  class: 'Answer with the name of the class and nothing else.',
};
const ZH_ASK = {
  question: '请用几个字回答问题，不要写别的。',
  topic: '只回答主题。',
  summary: '请用一两句话概括，不要写别的。',
  translation: '请译成英文，不要写别的。',
  class: '只回答类别名称。',
};
const EN_HEADS = {
  explicit: 'Below are texts, each under a name of its own. You will be asked about one of them by its name. ',
  semantic: 'Below are texts on different subjects. You will be asked about one of them, and have to find it by what it says. ',
  global: 'Below is a text. ',
};
const ZH_HEADS = {
  explicit: '下面有若干段文字，每段各有名称。问题会按名称问到其中一段。',
  semantic: '下面有若干段内容不同的文字。问题会问到其中一段，需要根据内容把它找出来。',
  global: '下面是一篇文字。',
};

export const PAIR_WORDINGS: { readonly [language in 'en' | 'zh']: PairWording } = {
  en: {
    instruction: ({ scope, ask }) => `${EN_HEADS[scope]}${EN_ASK[ask]}\n\n`,
    question: ({ scope, ask }, about) => `${englishQuestion({ scope, ask }, about)}\nAnswer:`,
    item: (name) => `${name}:\n`,
    example: 'A solved example first.\n\n',
    texts: 'Now the texts of your question.\n\n',
    text: 'Text',
    gap: ' ',
    comma: ', ',
  },
  zh: {
    instruction: ({ scope, ask }) => `${ZH_HEADS[scope]}${ZH_ASK[ask]}\n\n`,
    question: ({ scope, ask }, about) => `${chineseQuestion({ scope, ask }, about)}\n答案：`,
    item: (name) => `${name}：\n`,
    example: '先看一个做好的例子。\n\n',
    texts: '下面是你的题目。\n\n',
    text: '文字',
    gap: '',
    comma: '，',
  },
};

type Kind = Pick<PairTask, 'scope' | 'ask'>;

function englishQuestion({ scope, ask }: Kind, { name, topic, question, labels }: About): string {
  const which = scope === 'explicit' ? name : scope === 'semantic' ? `the text about ${topic}` : 'the text';
  if (ask === 'question') return scope === 'explicit' ? `Question about ${name}: ${question}` : `Question: ${question}`;
  if (ask === 'class') return `Question: Of which of these classes is the text: ${labels}?`;
  if (ask === 'topic') return `Question: What is the topic of ${which}?`;
  return ask === 'summary' ? `Question: What does ${which} say, in short?` : `Question: What is ${which} in Chinese?`;
}

function chineseQuestion({ scope, ask }: Kind, { name, topic, question, labels }: About): string {
  const which = scope === 'explicit' ? name : scope === 'semantic' ? `关于“${topic}”的那段文字` : '这篇文字';
  if (ask === 'question') return scope === 'explicit' ? `关于${name}的问题：${question}` : `问题：${question}`;
  if (ask === 'class') return `问题：这篇文字属于以下哪个类别：${labels}？`;
  if (ask === 'topic') return `问题：${which}的主题是什么？`;
  return ask === 'summary' ? `问题：${which}概括起来说了什么？` : `问题：${which}译成英文是什么？`;
}
