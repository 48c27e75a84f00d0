/** Lines (from 1) on which the elements of a top-level JSON array begin. The text must be valid JSON. */
export function elementLines(json: string): number[] {
  const lines: number[] = [];
  let [depth, line] = [0, 1];
  let waiting = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at]!;
    if (character === '\n') line++;
    if (' \t\r\n'.includes(character)) continue;
    if (waiting && character !== ']') lines.push(line);
    waiting = depth === 1 && character === ',';
    if (character === '"') at = stringEnd(json, at);
    else if ('[{'.includes(character)) waiting = ++depth === 1;
    else if (']}'.includes(character)) depth--;
  }
  return lines;
}

/** The quote that ends the string which begins at `from`. */
function stringEnd(json: string, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}
