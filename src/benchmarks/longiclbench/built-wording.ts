/* The published layout in our own words: what to do, the labels, an example a line, the text with its open slot. */

/** The words of a prompt in one language. */
export interface BuiltWording {
  readonly instruction: (labels: readonly string[]) => string;
  /** Before a text. */
  readonly marker: string;
}

/** Between a text and its label. */
export const CUE = ' =>';

export const WORDINGS: { readonly [language in 'en' | 'zh']: BuiltWording } = {
  en: {
    instruction: (labels) =>
      `Each line below is a text with its label. The labels are: ${labels.join(', ')}. Learn from the examples, then give the label of the last text. Answer with the label and nothing else.\n\n`,
    marker: 'Text: ',
  },
  zh: {
    instruction: (labels) =>
      `下面每行是一段文字和它的标签。标签有：${labels.join('、')}。请从例子中学习，然后给出最后一段文字的标签。只回答标签，不要写别的。\n\n`,
    marker: '文字：',
  },
};

/** An example as a line of the prompt. */
export function exampleLine({ marker }: BuiltWording, { text, label }: { readonly text: string; readonly label: string }): string {
  return `${marker}${text}${CUE} ${label}\n`;
}
