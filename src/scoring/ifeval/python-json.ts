/** True for what Python's `json.loads` reads: JSON, and NaN, Infinity and -Infinity as values. */
export function isPythonJson(text: string): boolean {
  return parses(text) || (/NaN|Infinity/.test(text) && parses(withNulls(text)));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The text with null in place of the special numbers, strings untouched. */
function withNulls(text: string): string {
  const special = /NaN|-?Infinity/g;
  let plain = '';
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at);
    const open = quote < 0 ? text.length : quote;
    const close = quote < 0 ? open : endOfString(text, open);
    plain += text.slice(at, open).replace(special, 'null') + text.slice(open, close);
    at = close;
  }
  return plain;
}

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
