import { replaceSpace, splitWords } from '../python-space.ts';

/** Words that are deleted wherever their letters stand, in this order: "this" loses its "is". */
const FILLERS = ['will be', 'of the code', 'is', 'would be', 'the value of', 'the result of', 'printed'];
const CUE = 'the final output';

/** The published cleaning of a program's output: single spaces; no commas, quotes, backslashes, ".0"; brackets closed up. */
export function cleanCodeOutput(text: string): string {
  const spaced = replaceSpace(text, ' ');
  const plain = [',', "'", '\\', '.0'].reduce((all, piece) => all.replaceAll(piece, ''), spaced);
  return plain.replaceAll('] [', '][').replaceAll('[ [', '[[').replaceAll('] ]', ']]');
}

/**
 * The part of an answer where L-Eval looks for a program's output: the first n + 3 words after the last "the final output", else the last n + 3 words,
 * n being the number of words of the gold output.
 */
export function codeOutputWindow(answer: string, gold: string): string {
  const size = splitWords(gold).length + 3;
  const cleaned = FILLERS.reduce((all, filler) => all.replaceAll(filler, ''), cleanCodeOutput(answer));
  const words = replaceSpace(cleaned, ' ').split(' ');
  if (!cleaned.includes(CUE)) return words.slice(-size).join(' ');
  return replaceSpace(cleaned.slice(cleaned.lastIndexOf(CUE) + CUE.length), ' ')
    .split(' ')
    .slice(0, size)
    .join(' ');
}
