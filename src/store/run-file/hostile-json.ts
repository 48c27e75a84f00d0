/** Far deeper than anything that Fathom writes, and far from the depth at which writing JSON fails. */
const DEEPEST = 100;

/**
 * What is wrong with a JSON value from a stranger, undefined when nothing is: nesting that would overflow the stack, numbers beyond what a
 * double holds (JSON.parse makes them Infinity, and writing makes that null), and keys named `__proto__`, which code that builds objects may
 * take for a prototype. What a provider said of its usage (`raw`) may have such a key: nothing ever looks into it.
 */
export function hostileJson(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number is too large';
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEEPEST) return `values are nested more than ${DEEPEST} deep`;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') return 'a key is named __proto__';
    const wrong = hostileJson(inner, depth + 1);
    if (wrong !== undefined && !(key === 'raw' && wrong.startsWith('a key'))) return wrong;
  }
  return undefined;
}
