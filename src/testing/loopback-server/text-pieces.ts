const PIECE_CHARACTERS = 24;

/** Cuts text into the deltas of a stream: at most 24 UTF-16 units each, never inside a character. */
export function* textPieces(text: string): Generator<string, void> {
  let piece = '';
  for (const character of text) {
    if (piece.length + character.length > PIECE_CHARACTERS) {
      yield piece;
      piece = '';
    }
    piece += character;
  }
  if (piece !== '') yield piece;
}

/** One frame of an event stream. */
export const frame = (data: unknown, event?: string): string =>
  `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
