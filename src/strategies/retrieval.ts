import type { Answer, Json, Strategy } from '../core/index.ts';
import { answerInOrder, type RenderStep } from './answer-in-order.ts';
import { BYTES_PER_TOKEN, retrieveStep, type RetrievedStep } from './retrieve-step.ts';

/** How much of the context is given. */
export interface RetrievalSize {
  /** Passages given at most. Default 10. */
  readonly topK?: number;
  /** Length of a passage in tokens, taken as four bytes of UTF-8 each. Default 200. The passages given have `topK × passageTokens` tokens at most. */
  readonly passageTokens?: number;
}

/** `count` counts the tokens of the passages given; default: four bytes of UTF-8 a token. */
export interface RetrievalOptions extends RetrievalSize {
  readonly renderStep: RenderStep;
  readonly count?: (text: string) => number;
}

const DEFAULT_TOP_K = 10;
const DEFAULT_PASSAGE_TOKENS = 200;

/**
 * The baseline `retrieval`: instead of the whole context the model gets the passages that BM25 finds for the question, in the order of the context
 * (2,000 tokens by default); everything else of the ask stays. Several questions in one prompt are searched one by one and share the passages.
 * `Answer.used` names the parts given, `trace` says for each step how many passages there were and which evidence was among those given.
 */
export function createRetrieval(options: RetrievalOptions): Strategy {
  const { topK = DEFAULT_TOP_K, passageTokens = DEFAULT_PASSAGE_TOKENS, renderStep } = options;
  const id = retrievalId({ topK, passageTokens });
  const count = options.count ?? ((text: string) => Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN));
  return {
    id,
    version: 1,
    needs: ['generate'],
    async answer(ask, env) {
      const retrieved: RetrievedStep[] = [];
      const answer = await answerInOrder(ask, env, {
        id,
        renderStep,
        async prepare(step, replies) {
          const { documents, signal } = env;
          const found = await retrieveStep(step, {
            documents,
            replies,
            signal,
            topK,
            count,
            passageBytes: passageTokens * BYTES_PER_TOKEN,
            budgetTokens: topK * passageTokens,
          });
          retrieved.push(found);
          return found.step;
        },
      });
      return { ...answer, ...told(retrieved) };
    },
  };
}

/** `retrieval`, or `retrieval-5x100` for five passages of a hundred tokens: answers of different sizes are never taken for one another. */
export function retrievalId({ topK = DEFAULT_TOP_K, passageTokens = DEFAULT_PASSAGE_TOKENS }: RetrievalSize): string {
  return topK === DEFAULT_TOP_K && passageTokens === DEFAULT_PASSAGE_TOKENS ? 'retrieval' : `retrieval-${topK}x${passageTokens}`;
}

/** The size behind an id, defaults filled in; undefined when it is no id of this strategy. */
export function retrievalSize(id: string): Required<RetrievalSize> | undefined {
  const match = /^retrieval(?:-([1-9]\d{0,3})x([1-9]\d{0,5}))?$/.exec(id);
  if (!match) return undefined;
  return { topK: Number(match[1] ?? DEFAULT_TOP_K), passageTokens: Number(match[2] ?? DEFAULT_PASSAGE_TOKENS) };
}

function told(retrieved: readonly RetrievedStep[]): Pick<Answer, 'used' | 'truncatedTokens' | 'trace'> {
  return {
    used: retrieved.flatMap(({ used }, i) => used.map((part) => (i === 0 ? part : { ...part, block: `step-${i + 1}/${part.block}` }))),
    truncatedTokens: retrieved.reduce((sum, { leftOutTokens }) => sum + leftOutTokens, 0),
    trace: retrieved.map(({ passages, taken, takenTokens, evidence, evidenceBlocks }): Json => ({
      passages,
      taken,
      tokens: takenTokens,
      evidence: [...evidence],
      evidenceBlocks,
    })),
  };
}
