import { pieceBytes } from './piece-bytes.ts';
import type { Ask, ModelRequest, Sample } from '../core/index.ts';

/**
 * How many prompt tokens a request has, by its bytes and the sample's own tokens for its bytes: exact for a prompt that is sent as it is,
 * an estimate for one that a strategy made. At least 1.
 */
export function requestTokens({ messages }: ModelRequest, sample: Pick<Sample, 'ask' | 'promptTokens'>): number {
  const bytes = messages.flatMap(({ blocks }) => blocks).reduce((sum, { source }) => sum + ('image' in source ? 0 : source.byteLength), 0);
  const whole = recipeBytes(sample.ask);
  return Math.max(1, Math.round(whole === 0 ? bytes / 4 : (bytes * sample.promptTokens) / whole));
}

/** Bytes of the texts of all steps, from the recipe alone. */
function recipeBytes(ask: Ask): number {
  if (ask.kind !== 'generate') return 0;
  const pieces = ask.steps.flatMap((step) => step.messages.flatMap(({ blocks }) => blocks.flatMap((block) => block.pieces)));
  return pieceBytes(pieces);
}
