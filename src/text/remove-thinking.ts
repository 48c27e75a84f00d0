const TAG = /<(\/?)think(?:ing)?>/gi;

/** A reply without its thinking, and how many characters (UTF-16) that took away; 0: the reply is as it was. */
export interface WithoutThinking {
  readonly text: string;
  readonly removedChars: number;
}

/**
 * Takes thinking out of a reply, as far as its server left it in: what stands between `<think>` and `</think>` (or `<thinking>`), what comes after one that is
 * never closed, and what comes before one that was never opened (some chat templates open it in the prompt). White space at the beginning of what is left goes
 * too. Our own addition to every benchmark. Linear in the reply.
 */
export function removeThinking(reply: string): WithoutThinking {
  let kept: string[] = [];
  let [from, isThinking, hasTags] = [0, false, false];
  for (const tag of reply.matchAll(TAG)) {
    hasTags = true;
    const isEnd = tag[1] === '/';
    // An end without a beginning: all before it was thinking.
    if (isEnd && !isThinking) kept = [];
    else if (!isEnd && !isThinking) kept.push(reply.slice(from, tag.index));
    isThinking = !isEnd;
    from = tag.index + tag[0].length;
  }
  if (!hasTags) return { text: reply, removedChars: 0 };
  if (!isThinking) kept.push(reply.slice(from));
  const text = kept.join('').trimStart();
  return { text, removedChars: reply.length - text.length };
}
