import type { Block } from '../../core/index.ts';
import { textBlock } from '../../datasets/index.ts';
import type { Stretch, TsortLayout } from './tsort-layout.ts';

/* The layout of Ada-LEval's TSort prompts (arXiv 2404.06480, section 3) in our own words: what to do, what stands before, the numbered segments, what stands after, the form of the answer. */

interface Wording {
  readonly instruction: (count: number) => string;
  readonly before: string;
  readonly segment: (number: number) => string;
  readonly after: string;
  readonly format: (sample: readonly number[]) => string;
}

const WORDINGS: { readonly [language in 'en' | 'zh']: Wording } = {
  en: {
    instruction: (count) =>
      `A continuous passage of a text was cut into ${count} segments, and they are shown below in mixed order, with what stands before the passage and what stands after it. Find the order in which the segments stood.\n\n`,
    before: 'Before the passage:\n\n',
    segment: (number) => `Segment ${number}:\n\n`,
    after: 'After the passage:\n\n',
    format: (sample) =>
      `In which order did the segments stand? Give their numbers as a list: [${sample.join(', ')}] would say that segment ${sample[0]} came first, then segment ${sample[1]}, and so on. Give the list and nothing else.`,
  },
  zh: {
    instruction: (count) =>
      `一篇文字中连续的一段被切成 ${count} 个片段，打乱顺序列在下面，并附上这段之前和之后的文字。请找出各片段原来的顺序。\n\n`,
    before: '这段之前的文字：\n\n',
    segment: (number) => `片段 ${number}：\n\n`,
    after: '这段之后的文字：\n\n',
    format: (sample) =>
      `各片段原来的顺序是什么？请用编号列表回答：[${sample.join(', ')}] 表示片段 ${sample[0]} 在最前，其次是片段 ${sample[1]}，依此类推。只回答列表。`,
  },
};

/** A language that prompts are worded in. */
export const isWorded = (language: string): language is 'en' | 'zh' => Object.hasOwn(WORDINGS, language);

/** The order that the prompt shows as an example: 4, 1, 3, 2 of four. */
export function sampleOrder(count: number): readonly number[] {
  return [count, 1, ...Array.from({ length: Math.max(0, count - 2) }, (_, i) => count - 1 - i)];
}

/** The blocks of a prompt. `shown`: numbers of the segments, from 0, in the order in which they are shown. */
export function tsortBlocks(
  { before, segments, after }: TsortLayout,
  { doc, language, shown }: { readonly doc: string; readonly language: 'en' | 'zh'; readonly shown: readonly number[] },
): readonly Block[] {
  const wording = WORDINGS[language];
  const quoted = (head: string, { from, to }: Stretch): Block => ({
    role: 'context',
    pieces: [{ text: head }, { doc, from, to }, { text: '\n\n' }],
  });
  return [
    textBlock('instruction', wording.instruction(segments.length)),
    quoted(wording.before, before),
    ...shown.map((segment, i) => quoted(wording.segment(i + 1), segments[segment]!)),
    quoted(wording.after, after),
    textBlock('format', wording.format(sampleOrder(segments.length))),
  ];
}
