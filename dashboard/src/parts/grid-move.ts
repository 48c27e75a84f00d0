/** A place in a grid, from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * Where a key leads in a grid, after the ARIA grid pattern: arrows one place, Home and End along the row, with Ctrl to the corners, Page Up and Down to
 * the ends of the column. Undefined for other keys.
 */
export function gridMove(
  { key, ctrlKey, altKey, metaKey }: Pressed,
  { row, column }: Spot,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Spot | undefined {
  if (altKey || metaKey) return undefined;
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  const moves: { readonly [key: string]: Spot } = {
    ArrowLeft: { row, column: Math.max(0, column - 1) },
    ArrowRight: { row, column: Math.min(lastColumn, column + 1) },
    ArrowUp: { row: Math.max(0, row - 1), column },
    ArrowDown: { row: Math.min(lastRow, row + 1), column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? lastRow : row, column: lastColumn },
    PageUp: { row: 0, column },
    PageDown: { row: lastRow, column },
  };
  return moves[key];
}
