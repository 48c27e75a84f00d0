/** A command line taken apart as bash reads it, as far as completing needs: quotes and backslashes; nothing is ever expanded. */
export interface ShellLine {
  /** Words without their quotes; the last one is being written and may be empty. */
  readonly words: readonly string[];
  /** How many characters of the last word bash keeps: those up to its last unquoted word break. */
  readonly kept: number;
  /** Whether the last word has a quote, open or closed. */
  readonly quoted: boolean;
}

/** Takes a line up to the cursor apart. `breaks` are the letters at which bash breaks words besides white space (`COMP_WORDBREAKS`). */
export function shellLine(line: string, breaks: string): ShellLine {
  const words: string[] = [];
  let word: string | undefined;
  let [quote, kept, quoted] = ['', 0, false];
  for (let at = 0; at < line.length; at++) {
    const letter = line[at]!;
    if (quote === '' && /\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      [word, kept, quoted] = [undefined, 0, false];
      continue;
    }
    word ??= '';
    if (letter === quote) quote = '';
    else if (quote === '' && (letter === '"' || letter === "'")) [quote, quoted] = [letter, true];
    else if (letter === '\\' && quote !== "'" && at + 1 < line.length) word += line[++at]!;
    else {
      word += letter;
      if (quote === '' && breaks.includes(letter)) kept = word.length;
    }
  }
  return { words: [...words, word ?? ''], kept, quoted };
}

/** A word that bash reads as it is: everything that could mean something else stands behind a backslash. */
export function bashWord(word: string): string {
  return word.replace(/[^\p{L}\p{N}\w@%+=:,./-]/gu, String.raw`\$&`);
}
