import type { Ask, Block, Sample, SkippedSample, Step } from '../core/index.ts';
import { evidenceOnly, isBlank, isContext, retrievalSize, withoutContext } from '../strategies/index.ts';

/** Tokens of a text. */
export type CountTokens = (text: string) => number;

type Generate = Extract<Ask, { readonly kind: 'generate' }>;

/** What a baseline asks in place of an ask, with its tokens; or why it asks nothing. */
type Reduced = { readonly ask: Generate; readonly promptTokens: number } | { readonly reason: string; readonly detail: string };

/**
 * The sample of a run as its baseline asks it: `closed-book` and `oracle` with the blocks that are left, `retrieval` and `lexical` with the ask as it is.
 * `promptTokens` is what will be sent (for `retrieval` at most so much). A sample in which the baseline makes no sense is skipped with its reason:
 * `no-context`, `no-evidence`, and `same-prompt` where nothing would be left out.
 */
export function companionSample(name: string, sample: Sample | SkippedSample, count: CountTokens): Sample | SkippedSample {
  if ('skipped' in sample || name === 'lexical') return sample;
  const { id, task, cell } = sample;
  const reduced = reduce(name, sample, count);
  if ('reason' in reduced) return { id, task, cell, skipped: reduced };
  const { placements, ...rest } = { ...sample, ...reduced };
  return name === 'closed-book' || name === 'oracle' || !placements ? rest : { ...rest, placements };
}

function reduce(name: string, { ask, promptTokens }: Sample, count: CountTokens): Reduced {
  if (ask.kind !== 'generate') return { reason: 'no-context', detail: 'The question is put to a search, not to a model.' };
  const blocks = blocksOf(ask.steps);
  const bare = ask.steps.map(withoutContext);
  if (!blocks.some((block) => isContext(block))) return { reason: 'no-context', detail: 'The prompt has no context to leave out.' };
  if (name === 'closed-book') return smaller(ask, bare, count);
  if (name === 'oracle') {
    if (!blocks.some(({ role }) => role === 'evidence')) return { reason: 'no-evidence', detail: 'The prompt marks no evidence.' };
    if (blocks.every((block) => block.role !== 'context' || isBlank(block))) {
      return { reason: 'same-prompt', detail: 'All of the context is evidence: the prompt would be the same.' };
    }
    return smaller(ask, ask.steps.map(evidenceOnly), count);
  }
  return retrieved({ ask, promptTokens, bareTokens: tokensOf(bare, count) }, retrievalSize(name)!);
}

function smaller(ask: Generate, steps: readonly Step[], count: CountTokens): Reduced {
  return { ask: { ...ask, steps, fit: asIs(ask) }, promptTokens: tokensOf(steps, count) };
}

/** The length that was asked for is no longer met. */
function asIs({ fit }: Generate): Generate['fit'] {
  return 'tokenizer' in fit ? { policy: 'as-is', tokenizer: fit.tokenizer } : fit;
}

function retrieved(
  { ask, promptTokens, bareTokens }: { readonly ask: Generate; readonly promptTokens: number; readonly bareTokens: number },
  { topK, passageTokens }: { readonly topK: number; readonly passageTokens: number },
): Reduced {
  const budget = topK * passageTokens * ask.steps.length;
  const contextTokens = promptTokens - bareTokens;
  if (contextTokens > budget) return { ask, promptTokens: bareTokens + budget };
  return {
    reason: 'same-prompt',
    detail: `All of the context fits into the ${budget.toLocaleString('en')} tokens of passages: the prompt would be the same.`,
  };
}

function blocksOf(steps: readonly Step[]): readonly Block[] {
  return steps.flatMap((step) => step.messages.flatMap(({ blocks }) => blocks));
}

/** Four bytes of a document count as a token: outside the context, prompts are text. */
const BYTES_PER_TOKEN = 4;

function tokensOf(steps: readonly Step[], count: CountTokens): number {
  const messages = steps.flatMap((step) => step.messages);
  return messages.reduce((sum, { blocks }) => {
    const pieces = blocks.flatMap((block) => block.pieces);
    const text = pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');
    const documents = pieces.reduce((bytes, piece) => bytes + ('doc' in piece ? piece.to - piece.from : 0), 0);
    return sum + count(text) + Math.ceil(documents / BYTES_PER_TOKEN);
  }, 0);
}
