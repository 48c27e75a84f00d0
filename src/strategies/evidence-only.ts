import type { Block, Piece, Step } from '../core/index.ts';
import { withBlocks } from './without-context.ts';

/** What stands between two blocks that touch only because what stood between them was left out. */
const JOINT: Block = { role: 'context', pieces: [{ text: '\n' }] };

/** The step with its context left out and its evidence kept. Context that is only white space joins statements, and stays. */
export function evidenceOnly(step: Step): Step {
  return withBlocks(step, (blocks) => {
    const kept: Block[] = [];
    let cut = false;
    for (const block of blocks) {
      const isCut = block.role === 'context' && !isBlank(block);
      if (!isCut) {
        if (cut && needsJoint(kept.at(-1), block)) kept.push(JOINT);
        kept.push(block);
      }
      cut = isCut;
    }
    return kept;
  });
}

/** Whether a block shows nothing: white space at most. */
export function isBlank({ pieces }: Block): boolean {
  return pieces.every((piece) => 'text' in piece && piece.text.trim() === '');
}

/** Whether two blocks would run together. Text whose ends are not at hand is taken as running on. */
function needsJoint(left: Block | undefined, right: Block): boolean {
  if (left === undefined) return false;
  return !/\s$/.test(textOf(left.pieces.at(-1))) && !/^\s/.test(textOf(right.pieces[0]));
}

function textOf(piece: Piece | undefined): string {
  return piece !== undefined && 'text' in piece ? piece.text : '';
}
