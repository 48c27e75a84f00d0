import { splitWords } from '../../scoring/index.ts';
import { textBlock, type Frame } from '../../datasets/index.ts';
import type { LevalTask } from './tasks.ts';

/*
 * The published layout (L-Eval, Baselines/LEval_config.py and turbo16k-test.py) in our own words: a system message by kind of task; document and question in the user's
 * message; for exams a request for the bare answer, for open tasks the number of words wished for.
 */

const SYSTEM: { readonly [reading: string]: string } = {
  number:
    'You solve word problems of school mathematics. The text shows problems with their solutions. Solve the last problem in the same way, step by step, and end with the words "The answer is" and the number.',
  topic:
    'The text is a conversation in which a user and an assistant speak of several topics, one after the other. Name the topic that is asked for as the user named it, and say nothing else.',
  letters:
    'You get the transcript of a lecture and a question with options marked by letters. One option or several can be right. Give the letters of all right options and nothing else, such as A or BD.',
  letter: 'You get a text and a question with options marked by letters. One option is right. Give its letter and nothing else.',
  code: 'You get a long program and then a call into it. Work out what running it gives, and say the result after the words "the final output".',
  truth: 'You judge whether a statement is true. Say True or False and nothing else.',
  open: 'You get a long document and then a task about it. Do what the task says, from the document alone, and keep to the length that is wished for.',
};

const BREAK = '\n\n';
const OF_THE_TEXT = /based on the world (?:that is )?described in the document/i;
const OF_THE_WORLD = 'based on what is known of the real world, whatever the document says';

/** What stands around the document, once for each call: two for a statement to be judged by the text and by the world. */
export function framesOf({ reading }: LevalTask, { instruction, gold }: { readonly instruction: string; readonly gold: string }): Frame[] {
  const system = SYSTEM[reading ?? 'open']!;
  const question = instruction.trim();
  const frame = (asked: string, format: string): Frame => ({
    system,
    before: [],
    after: [textBlock('instruction', BREAK), textBlock('question', asked), ...(format === '' ? [] : [textBlock('format', format)])],
  });
  if (reading === 'number' || reading === 'code') return [frame(question, '')];
  if (reading === 'truth') return [question, ofTheWorld(question)].map((asked) => frame(asked, `${BREAK}Say True or False only.\nAnswer:`));
  if (reading !== undefined) return [frame(question, `${BREAK}Give the answer only, without an explanation.\nAnswer:`)];
  return [frame(question, `${BREAK}Write about ${splitWords(gold).length} words.\nAnswer:`)];
}

function ofTheWorld(question: string): string {
  return OF_THE_TEXT.test(question) ? question.replace(OF_THE_TEXT, OF_THE_WORLD) : `${question} Answer ${OF_THE_WORLD}.`;
}
