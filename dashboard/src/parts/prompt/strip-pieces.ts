import type { StripBlock } from '../../../../src/server/api.ts';

/** A part of a strip as it is drawn, in percent of the message. */
export interface StripPiece {
  readonly role: string;
  readonly leftPercent: number;
  readonly widthPercent: number;
}

/** Pieces of a strip at most: more than a screen has room for. */
const MOST_PIECES = 300;

/** Neighbours of one role drawn as one; where there are still too many, the thinnest are left to what lies behind them. Needles are drawn apart. */
export function stripPieces(blocks: readonly StripBlock[], bytes: number): readonly StripPiece[] {
  const merged: { role: string; fromByte: number; toByte: number }[] = [];
  for (const { role, fromByte, toByte } of blocks) {
    const last = merged.at(-1);
    if (toByte <= fromByte) continue;
    // A needle stands within context: what is around it stays one piece.
    const shown = role === 'evidence' ? 'context' : role;
    if (last?.role === shown) last.toByte = toByte;
    else merged.push({ role: shown, fromByte, toByte });
  }
  const widths = merged.map(({ fromByte, toByte }) => toByte - fromByte).sort((a, b) => b - a);
  const least = widths[MOST_PIECES] ?? 0;
  return merged
    .filter(({ fromByte, toByte }) => toByte - fromByte > least || widths.length <= MOST_PIECES)
    .map(({ role, fromByte, toByte }) => ({
      role,
      leftPercent: (100 * fromByte) / bytes,
      widthPercent: (100 * (toByte - fromByte)) / bytes,
    }));
}
