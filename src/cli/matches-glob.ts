/** Whether a text is what a pattern describes: `*` stands for any characters, also none, `?` for one. Takes text × pattern steps at most. */
export function matchesGlob(text: string, pattern: string): boolean {
  let [at, inPattern, star, retry] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[inPattern] === '*') [star, retry, inPattern] = [inPattern, at, inPattern + 1];
    else if (pattern[inPattern] === '?' || pattern[inPattern] === text[at]) [at, inPattern] = [at + 1, inPattern + 1];
    // The last star takes one character more.
    else if (star >= 0) [at, inPattern, retry] = [retry + 1, star + 1, retry + 1];
    else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
