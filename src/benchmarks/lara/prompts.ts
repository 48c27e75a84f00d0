import { textBlock, type Frame } from '../../datasets/index.ts';
import type { SOURCES } from './tasks.ts';

/* The published layout (LaRA, evaluation/prompt.py, setting "full") in our own words: the kind of text, the text, the question, a request to be brief. */

const KINDS: { readonly [source in (typeof SOURCES)[number]]: string } = {
  book: 'a part of a novel',
  financial: 'a financial statement',
  paper: 'several scientific papers, one after the other',
};

const SYSTEM = 'You are a helpful assistant.';

/** What stands around the text. */
export function frameOf(source: string, question: string): Frame {
  const kind = (KINDS as { readonly [name: string]: string })[source] ?? 'a long text';
  const before = `The text below is ${kind}. Answer the question after it from the text. If the text does not say it, say that it is not mentioned.\n\n`;
  return {
    system: SYSTEM,
    before: [textBlock('instruction', before)],
    after: [
      textBlock('instruction', '\n\nQuestion: '),
      textBlock('question', question.trim()),
      textBlock('format', '\nBe brief: give the answer and nothing else.\nAnswer:'),
    ],
  };
}
