import { z } from 'zod';
import type { Block, Piece, Sample } from '../../core/index.ts';

const factsSchema = z.object({ clues: z.array(z.tuple([z.number(), z.number(), z.number()])) });

/** A clue's paragraph and its bytes in the novel. */
export interface Clue {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** The clues of a sample, in the order of the novel; of two that share bytes the first. */
export function cluesOf({ facts }: Pick<Sample, 'facts'>): readonly Clue[] {
  const read = factsSchema.safeParse(facts);
  if (!read.success) return [];
  return read.data.clues.map(([paragraph, from, to]) => ({ paragraph, from, to }));
}

/** Id of the block of a clue. */
export function clueId({ paragraph }: Clue): string {
  return `paragraph-${paragraph}`;
}

/** The sample with each clue that stands whole in its prompt as a block of evidence: the same text, so that the baselines know what the answer needs. */
export function markClues(sample: Sample): Sample {
  if (sample.ask.kind !== 'generate') return sample;
  const clues = cluesOf(sample);
  const steps = sample.ask.steps.map((step) => ({
    ...step,
    messages: step.messages.map((message) => ({ ...message, blocks: message.blocks.flatMap((block) => split(block, clues)) })),
  }));
  return { ...sample, ask: { ...sample.ask, steps } };
}

function split(block: Block, clues: readonly Clue[]): readonly Block[] {
  if (block.role !== 'context') return [block];
  const blocks: Block[] = [];
  const rest: Piece[] = [];
  const close = () => {
    if (rest.length > 0) blocks.push({ role: 'context', id: `novel-${blocks.length + 1}`, pieces: rest.splice(0) });
  };
  for (const piece of block.pieces) {
    if (!('doc' in piece)) {
      rest.push(piece);
      continue;
    }
    let { from } = piece;
    for (const clue of clues.filter((each) => each.from >= piece.from && each.to <= piece.to)) {
      if (clue.from > from) rest.push({ ...piece, from, to: clue.from });
      close();
      blocks.push({ role: 'evidence', id: clueId(clue), pieces: [{ ...piece, from: clue.from, to: clue.to }] });
      from = clue.to;
    }
    if (from < piece.to) rest.push({ ...piece, from });
  }
  close();
  const last = blocks.pop();
  return last ? [...blocks, { ...last, ...(block.cacheBreak && { cacheBreak: true as const }) }] : [block];
}
