import { setImmediate } from 'node:timers/promises';
import { ModelError, type Block, type Step } from '../core/index.ts';
import { createRanker, renderPieces, sentenceBatches, splitQuestions, type Ranker } from '../text/index.ts';
import { isText, type Reading } from './slice-block.ts';
import { isContext } from './without-context.ts';

/** Context blocks of a message that follow one another: no passage reaches beyond them. */
export interface Stretch {
  readonly message: number;
  /** Place of the first block in its message. */
  readonly at: number;
  readonly blocks: readonly Block[];
}

/** Sentences that follow one another in a stretch: bytes `[from, to)` of its text. */
export interface Passage {
  readonly stretch: number;
  readonly from: number;
  readonly to: number;
}

/** The passages of a step in prompt order, and their numbers by rank: the best of every question first, then the second best of each, … */
export interface RankedPassages {
  readonly stretches: readonly Stretch[];
  readonly passages: readonly Passage[];
  readonly ranked: readonly number[];
}

/** How passages are cut and how many are ranked. */
export interface RankOptions extends Reading {
  readonly passageBytes: number;
  /** Passages ranked for each question. */
  readonly topK: number;
  readonly signal: AbortSignal;
}

/**
 * Cuts the context of a step in passages of whole sentences, `passageBytes` of UTF-8 long at most (a longer sentence is a passage of its own), and ranks
 * them by BM25 against the questions of the step. Memory: one window of text and the postings of the questions' terms.
 * Throws a ModelError (`aborted`) when the signal fires.
 */
export async function rankPassages(step: Step, options: RankOptions): Promise<RankedPassages> {
  const questions = splitQuestions(questionText(step, options));
  const ranker = createRanker(questions);
  const stretches = stretchesOf(step);
  const passages: Passage[] = [];
  for (const [number, stretch] of stretches.entries()) {
    for await (const { text, from, to } of passagesOf(stretch, options)) {
      ranker.add(text);
      passages.push({ stretch: number, from, to });
    }
  }
  return { stretches, passages, ranked: inTurn(ranker, { questions: questions.length, topK: options.topK }) };
}

function inTurn(ranker: Ranker, { questions, topK }: { readonly questions: number; readonly topK: number }): readonly number[] {
  const hits = Array.from({ length: questions }, (_, question) => ranker.top(question, topK));
  const byRank = Array.from({ length: topK }, (_, rank) => hits.flatMap((list) => (list[rank] ? [list[rank].passage] : [])));
  return [...new Set(byRank.flat())];
}

function stretchesOf(step: Step): readonly Stretch[] {
  return step.messages.flatMap(({ blocks }, message) => {
    const starts = blocks.flatMap((block, i) => (isContext(block) && !(i > 0 && isContext(blocks[i - 1]!)) ? [i] : []));
    return starts.map((at) => {
      const after = blocks.findIndex((block, i) => i > at && !isContext(block));
      return { message, at, blocks: blocks.slice(at, after < 0 ? undefined : after) };
    });
  });
}

async function* passagesOf({ blocks }: Stretch, { documents, replies, passageBytes, signal }: RankOptions) {
  const { chunks } = renderPieces(
    blocks.flatMap((block) => block.pieces.filter(isText)),
    documents,
    replies,
  );
  let passage = { text: '', from: 0, to: 0 };
  for (const sentences of sentenceBatches(chunks())) {
    for (const sentence of sentences) {
      const bytes = Buffer.byteLength(sentence);
      if (passage.text !== '' && passage.to - passage.from + bytes > passageBytes) {
        yield passage;
        passage = { text: '', from: passage.to, to: passage.to };
      }
      passage = { text: passage.text + sentence, from: passage.from, to: passage.to + bytes };
    }
    // The event loop turns between batches, so that other samples go on and an abort is seen.
    await setImmediate();
    throwIfAborted(signal);
  }
  if (passage.text !== '') yield passage;
}

/** The question of the last message that has one, with its choices; without any, what the last user message says beside context and format. */
function questionText({ messages }: Step, { documents, replies }: Reading): string {
  const asking = messages.findLast(({ blocks }) => blocks.some((block) => block.role === 'question'));
  const blocks = asking
    ? asking.blocks.filter(({ role }) => role === 'question' || role === 'choices')
    : (messages.findLast(({ from }) => from === 'user')?.blocks ?? []).filter((block) => !isContext(block) && block.role !== 'format');
  return blocks.map((block) => renderPieces(block.pieces.filter(isText), documents, replies).text()).join('\n');
}

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted)
    throw new ModelError('aborted', 'The search was stopped before all of the context was read.', { cause: signal.reason });
}
