import { textBlock, type Frame } from '../../datasets/index.ts';
import { echoStrip } from '../../scoring/index.ts';
import type { NerSentence } from './ner-sentence.ts';

/* The published layout (LongICLBench, fewnerd) in our own words: what to do, the demonstrations, the sentence with its open list. */

const INSTRUCTION =
  'Find the named entities of the last sentence and the type of each. Write one line for each entity: the words of the sentence, a colon, a space, the type. The examples show the types and the form.\n\n';
const SENTENCE = 'Sentence: ';
/** Stands between a sentence and its entities. */
const CUE = '\nEntity: type\n';

/** A sentence with its entities, as the prompt shows it. */
export function demonstration({ sentence, entities }: NerSentence): string {
  const lines = Object.entries(entities).map(([span, type]) => `${span}: ${type}`);
  return `${SENTENCE}${sentence}${CUE}${lines.join('\n')}\n\n`;
}

/** What stands around the demonstrations. */
export function fewnerdFrame(sentence: string): Frame {
  return {
    before: [textBlock('instruction', INSTRUCTION)],
    after: [textBlock('question', SENTENCE + sentence), textBlock('format', CUE)],
  };
}

/** The part of a reply that answers: after an echo of the sentence and the cue, before a next sentence. */
export function answerOf(reply: string, sentence: string): string {
  return echoStrip(reply, { query: sentence, cue: CUE, marker: SENTENCE });
}
