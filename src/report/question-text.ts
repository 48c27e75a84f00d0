import type { Piece, Sample } from '../core/index.ts';

/** What a sample asks, as far as its recipe spells it out: the text of the `question` blocks, or the query. Parts of documents show as `[…]`. */
export function questionText(sample: Sample): string {
  const { ask } = sample;
  if (ask.kind === 'retrieve') return textOf(ask.query);
  return ask.steps
    .flatMap((step) => step.messages)
    .flatMap((message) => message.blocks)
    .filter((block) => block.role === 'question')
    .map((block) => textOf(block.pieces).trim())
    .join('\n\n');
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : '[…]')).join('');
}
