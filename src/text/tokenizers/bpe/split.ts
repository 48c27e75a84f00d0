/** Cuts a text into the pieces that are encoded each on its own, in order. Together the pieces are the whole text. */
export type Split = (text: string, emit: (piece: string) => void) => void;

/** Splits by a pattern whose matches follow each other without gaps. `pattern` needs the flags `gu`. */
export function splitByPattern(pattern: RegExp): Split {
  return (text, emit) => {
    pattern.lastIndex = 0;
    let from = 0;
    // RegExp.test moves lastIndex as exec does, without an array for every piece.
    while (pattern.test(text)) {
      const to = pattern.lastIndex;
      emit(text.slice(from, to));
      from = to;
    }
  };
}
