/** An answer and the reasoning that came in front of it. */
export interface SplitAnswer {
  readonly text: string;
  readonly reasoning?: string;
}

/**
 * Takes a `<think>…</think>` block off the very start of an answer (white space may stand before it); the white space after the block goes
 * with it. Tags anywhere else are part of the answer. An answer cut inside the block is all reasoning.
 */
export function splitThinking(answer: string): SplitAnswer {
  const start = /^\s*<think>/.exec(answer);
  if (start === null) return { text: answer };
  const end = answer.indexOf('</think>', start[0].length);
  const reasoning = answer.slice(start[0].length, end < 0 ? undefined : end).trim();
  const text = end < 0 ? '' : answer.slice(end + '</think>'.length).trimStart();
  return reasoning === '' ? { text } : { text, reasoning };
}
