import type { Block, Sample } from '../core/index.ts';

const ASKED: ReadonlySet<Block['role']> = new Set(['question', 'choices']);

/** What a sample of a data file asks, for a judge: question and choices of its first call, without the document. */
export function questionOf({ ask }: Pick<Sample, 'ask'>): string {
  if (ask.kind !== 'generate') return '';
  const blocks = ask.steps[0]?.messages.flatMap((message) => message.blocks) ?? [];
  const pieces = blocks.filter(({ role }) => ASKED.has(role)).flatMap((block) => block.pieces);
  return pieces.flatMap((piece) => ('text' in piece ? [piece.text] : [])).join('');
}
