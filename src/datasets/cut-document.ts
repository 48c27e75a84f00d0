import type { Block, Piece, TokenIndex, Tokenizer } from '../core/index.ts';
import { countBlocks, keepEnds, keepWords, type Kept, type ByteSpan } from '../text/index.ts';
import type { DocumentQuestion, Frame, Truncation } from './document-question.ts';

/** A document as a block of a prompt, with the tokens that were cut from it. */
export interface CutDocument {
  readonly block: Block;
  readonly droppedTokens: number;
}

export interface CutOptions {
  readonly index: TokenIndex;
  readonly tokenizer: Tokenizer;
  readonly truncation: Truncation;
  /** Tokens that the prompt may have; absent: any number. */
  readonly limitTokens?: number;
  /** The limit holds for the whole prompt; else, as some benchmarks publish it, for the document alone. */
  readonly onPrompt: boolean;
}

/** Rounds in which joints between words and document may cost a token more than they were counted for. */
const ROUNDS = 8;

/** Cuts a document so that the prompt keeps its limit in each of the question's frames. Gives undefined where the frame alone is too long. */
export function cutDocument({ document, frames }: DocumentQuestion, options: CutOptions): CutDocument | undefined {
  const { index, tokenizer, limitTokens, onPrompt } = options;
  const span = { from: index.corpus.documents[document]!, to: index.corpus.documents[document + 1]! };
  const whole = blockOf([span], options);
  if (limitTokens === undefined) return { block: whole, droppedTokens: 0 };
  if (!onPrompt) return cutTo(span, limitTokens, frames[0]!, options);
  const tokensWith = (block: Block | undefined) =>
    Math.max(
      ...frames.map(
        ({ system, before, after }) =>
          countBlocks([...before, ...(block ? [block] : []), ...after], tokenizer, index) +
          (system === undefined ? 0 : tokenizer.count(system)),
      ),
    );
  if (tokensWith(whole) <= limitTokens) return { block: whole, droppedTokens: 0 };
  if (options.truncation === 'none') return undefined;
  let budgetTokens = limitTokens - tokensWith(undefined);
  for (let round = 0; round < ROUNDS && budgetTokens > 0; round++) {
    const cut = cutTo(span, budgetTokens, frames[0]!, options);
    const excess = tokensWith(cut.block) - limitTokens;
    if (excess <= 0) return cut;
    budgetTokens -= excess;
  }
  return undefined;
}

function cutTo(span: ByteSpan, budgetTokens: number, frame: Frame, options: CutOptions): CutDocument {
  const { spans, droppedTokens } = kept(span, budgetTokens, frame, options);
  return { block: blockOf(spans, options), droppedTokens };
}

function kept(
  span: ByteSpan,
  budgetTokens: number,
  { before, after }: Frame,
  { index, tokenizer, truncation, limitTokens = 0 }: CutOptions,
): Kept {
  const shared = { index, tokenizer, budgetTokens };
  if (truncation !== 'middle') return keepWords(span, { ...shared, end: truncation === 'words-head' ? 'head' : 'tail' });
  // Half of the whole prompt stands before the cut.
  const around = countBlocks([...before, ...after], tokenizer, index);
  const headTokens = Math.floor((budgetTokens + around) / 2) - countBlocks(before, tokenizer, index);
  return keepEnds(span, { ...shared, headTokens: Math.min(headTokens, Math.floor(limitTokens / 2)) });
}

function blockOf(spans: readonly ByteSpan[], { index }: CutOptions): Block {
  const pieces = spans.map(({ from, to }): Piece => ({ doc: index.corpus.digest, from, to }));
  return { role: 'context', id: 'document', pieces, cacheBreak: true };
}
