import type { Ask, Piece, Sample, SkippedSample } from '../core/index.ts';

/** What was cut from the document of a prompt, to make the prompt fit. */
export interface DocumentCut {
  readonly droppedTokens: number;
  /** Tokens of the document that the prompt shows: its share of the prompt's bytes, in tokens of the prompt. An estimate; 0 is exact. */
  readonly keptTokens: number;
  /** So little is left that the question is asked about next to nothing (see {@link GONE_SHARE}). */
  readonly isGone: boolean;
}

/** Cuts over many prompts. A document that several questions are about counts once for each. */
export interface DocumentCuts {
  /** Prompts whose document may be cut. */
  readonly prompts: number;
  /** Prompts whose document was cut. */
  readonly cut: number;
  /** Prompts of which nearly nothing of the document is left. */
  readonly gone: number;
  readonly droppedTokens: number;
  /** Share of the documents' tokens, over all these prompts, that was cut: 0–1. */
  readonly droppedShare: number;
}

/** A document of which less than this share is left is as good as gone. */
export const GONE_SHARE = 0.1;

/** The cut of a sample's document; undefined for prompts that are never cut, and for what was not built. */
export function documentCut(sample: Sample | SkippedSample): DocumentCut | undefined {
  if ('skipped' in sample) return undefined;
  const { ask, promptTokens } = sample;
  if (ask.kind !== 'generate' || ask.fit.policy !== 'truncate') return undefined;
  const { droppedTokens } = ask.fit;
  const { contextBytes, allBytes } = bytesOf(ask.steps);
  // Steps of one ask show the same document.
  const keptTokens = allBytes === 0 ? 0 : Math.round((promptTokens * contextBytes) / allBytes / ask.steps.length);
  return { droppedTokens, keptTokens, isGone: droppedTokens > 0 && keptTokens < GONE_SHARE * (keptTokens + droppedTokens) };
}

/** Adds up cuts; undefined where no prompt may be cut. */
export function sumCuts(cuts: Iterable<DocumentCut>): DocumentCuts | undefined {
  let [prompts, cut, gone, droppedTokens, keptTokens] = [0, 0, 0, 0, 0];
  for (const each of cuts) {
    prompts++;
    if (each.droppedTokens > 0) cut++;
    if (each.isGone) gone++;
    droppedTokens += each.droppedTokens;
    keptTokens += each.keptTokens;
  }
  if (prompts === 0) return undefined;
  return { prompts, cut, gone, droppedTokens, droppedShare: droppedTokens === 0 ? 0 : droppedTokens / (droppedTokens + keptTokens) };
}

function bytesOf(steps: Extract<Ask, { kind: 'generate' }>['steps']) {
  let [contextBytes, allBytes] = [0, 0];
  for (const { messages } of steps) {
    for (const { role, pieces } of messages.flatMap(({ blocks }) => blocks)) {
      const bytes = pieces.reduce((sum, piece) => sum + pieceBytes(piece), 0);
      allBytes += bytes;
      if (role === 'context' || role === 'evidence') contextBytes += bytes;
    }
  }
  return { contextBytes, allBytes };
}

const encoder = new TextEncoder();

function pieceBytes(piece: Piece): number {
  if ('doc' in piece) return piece.to - piece.from;
  return 'text' in piece ? encoder.encode(piece.text).length : 0;
}
