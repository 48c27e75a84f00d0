import { splitSentences } from '../../text/language/index.ts';

/**
 * Splits a prompt that came as one text: the question is its last paragraph (after a blank line, or else its last line, or else its last
 * sentence), the context is what stands before. One sentence alone is a question without context.
 */
export function splitOpaque(prompt: string): { readonly context: string; readonly question: string } {
  const text = prompt.trim();
  const at = text.includes('\n') ? lastParagraphFrom(text) : (splitSentences(text).at(-1)?.from ?? 0);
  return { context: text.slice(0, at), question: text.slice(at) };
}

function lastParagraphFrom(text: string): number {
  const lastBreak = text.lastIndexOf('\n');
  for (let to = lastBreak; to > 0;) {
    const from = text.lastIndexOf('\n', to - 1);
    if (from >= 0 && text.slice(from, to).trim() === '') return to + 1;
    to = from;
  }
  return lastBreak + 1;
}
