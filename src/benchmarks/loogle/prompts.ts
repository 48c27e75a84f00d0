import { textBlock, type Frame } from '../../datasets/index.ts';
import type { LoogleTask } from './tasks.ts';

/*
 * The published layout (LooGLE, config/task2prompt.json) in our own words: instruction, text, question cue. Deviation: a user's message, where the published code
 * sends GPT models everything as one system message.
 */

const QUESTION_BEFORE = 'Read the long text below and then answer the question about it, from the text alone.\n\n';
const CLOZE_BEFORE =
  'Read the long text below. After it comes a passage in which names are masked as <mask-0>, <mask-1> and so on. Find the names in the text and answer with one JSON object and nothing else, such as {"<mask-0>": "Ann", "<mask-1>": "Orford"}.\n\n';
const SUMMARY_BEFORE = 'Read the paper below and then write its abstract.\n\n';

/** What stands around the text. */
export function frameOf({ id, scoring }: LoogleTask, question: string): Frame {
  if (id === 'longdep_summarization')
    return { before: [textBlock('instruction', SUMMARY_BEFORE)], after: [textBlock('question', '\n\nAbstract of the paper:')] };
  return {
    before: [textBlock('instruction', scoring === 'cloze' ? CLOZE_BEFORE : QUESTION_BEFORE)],
    after: [
      textBlock('instruction', scoring === 'cloze' ? '\n\nPassage: ' : '\n\nQuestion: '),
      textBlock('question', question.trim()),
      textBlock('format', '\nAnswer:'),
    ],
  };
}
