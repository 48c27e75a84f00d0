import type { Block, SkippedSample, TokenIndex, Tokenizer } from '../../core/index.ts';
import { countBlocks } from '../../text/index.ts';
import { fillUp, layOut, tokenAtByte, type Stretch, type TsortLayout } from './tsort-layout.ts';
import { tsortBlocks } from './tsort-prompt.ts';

const MOST_HINT_TOKENS = 200;
const HINT_SHARE = 1 / 20;
/** Room for the last border to be found in. */
const SLACK_TOKENS = 300;
const ROUNDS = 4;
/** Near enough for whole sentences to do the rest. */
const NEAR_TOKENS = 40;
/** Below this a segment is no segment. */
const LEAST_SEGMENT_TOKENS = 20;

export interface TsortFit {
  readonly tokenizer: Tokenizer;
  readonly language: 'en' | 'zh';
  readonly lengthTokens: number;
  /** Numbers of the segments, from 0, in the order in which they are shown. */
  readonly shown: readonly number[];
  /** Which of the texts that are long enough, and where in it: 0 to 1. */
  readonly place: { readonly document: number; readonly start: number };
}

/** A prompt that fits, or why there is none. */
export type FittedTsort = { readonly blocks: readonly Block[]; readonly promptTokens: number } | Pick<SkippedSample, 'skipped'>;

/** A stretch of one text whose prompt has at most the asked length, and would be longer with one more sentence. */
export function fitTsort(index: TokenIndex, { tokenizer, language, lengthTokens, shown, place }: TsortFit): FittedTsort {
  const { corpus } = index;
  const blocksOf = (layout: TsortLayout) => tsortBlocks(layout, { doc: corpus.digest, language, shown });
  const tokensOf = (layout: TsortLayout) => countBlocks(blocksOf(layout), tokenizer, index);
  const nothing: Stretch = { from: 0, to: 0 };
  const room = lengthTokens - tokensOf({ before: nothing, segments: shown.map(() => nothing), after: nothing });
  const hintTokens = Math.min(MOST_HINT_TOKENS, Math.floor(room * HINT_SHARE));
  if (room - 2 * hintTokens < shown.length * LEAST_SEGMENT_TOKENS) return noRoom(lengthTokens);
  const documents = documentsOf(index, room + SLACK_TOKENS);
  if (documents.length === 0)
    return {
      skipped: { reason: 'haystack-too-short', detail: `no text has ${room + SLACK_TOKENS} tokens: the segments come from one text` },
    };
  const document = documents[Math.floor(place.document * documents.length)]!;
  const [first, last] = [tokenAtByte(index, document.from), tokenAtByte(index, document.to)];
  const startToken = Math.floor(first + place.start * (last - first - room - SLACK_TOKENS));
  let segmentTokens = (room - 2 * hintTokens) / shown.length;
  for (let round = 0; round < ROUNDS; round++) {
    const layout = layOut(index, { document, startToken, count: shown.length, segmentTokens, hintTokens });
    if (!layout) break;
    const missing = lengthTokens - tokensOf(layout);
    if (Math.abs(missing) <= NEAR_TOKENS || round === ROUNDS - 1) {
      const full = fillUp(layout, { span: { bytes: corpus.bytes, ...document }, fits: (each) => tokensOf(each) <= lengthTokens });
      if (full) return { blocks: blocksOf(full), promptTokens: tokensOf(full) };
    }
    segmentTokens += missing / shown.length;
  }
  return noRoom(lengthTokens);
}

function noRoom(lengthTokens: number): FittedTsort {
  return {
    skipped: { reason: 'length', detail: `${lengthTokens} tokens do not hold the words around the segments and whole sentences in each` },
  };
}

function documentsOf(index: TokenIndex, leastTokens: number): readonly Stretch[] {
  const { documents } = index.corpus;
  const all = Array.from({ length: documents.length - 1 }, (_, i): Stretch => ({ from: documents[i]!, to: documents[i + 1]! }));
  return all.filter(({ from, to }) => tokenAtByte(index, to) - tokenAtByte(index, from) >= leastTokens);
}
