/** Objects that are looked at, from the last one backwards. */
const TRIED = 20;

/** The last JSON object in a text that `accepts` takes: models wrap their verdict in words and fences. Undefined when there is none. Linear but for the last few objects. */
export function lastObject<V>(text: string, accepts: (value: unknown) => V | undefined): V | undefined {
  let end = text.lastIndexOf('}');
  for (let tries = 0; end >= 0 && tries < TRIED; tries++) {
    for (let start = text.lastIndexOf('{', end), depth = 0; start >= 0 && depth < 3; start = text.lastIndexOf('{', start - 1), depth++) {
      const value = accepts(parsed(text.slice(start, end + 1)));
      if (value !== undefined) return value;
      if (start === 0) break;
    }
    end = end === 0 ? -1 : text.lastIndexOf('}', end - 1);
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
