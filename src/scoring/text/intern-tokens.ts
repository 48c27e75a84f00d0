/** Two token lists as numbers: equal tokens get equal numbers, from 0 in order of appearance in `a`, then `b`. `size`: how many different ones. */
export function internTokens(a: readonly string[], b: readonly string[]) {
  const ids = new Map<string, number>();
  const coded = (tokens: readonly string[]) => {
    const out = new Uint32Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      let id = ids.get(token);
      if (id === undefined) ids.set(token, (id = ids.size));
      out[i] = id;
    }
    return out;
  };
  const [first, second] = [coded(a), coded(b)];
  return { a: first, b: second, size: ids.size };
}
