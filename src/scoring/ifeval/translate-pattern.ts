import { WORD_CLASS } from './python-word.ts';

const SPACE_CLASS = String.raw`\t-\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}`;

/** Classes that are Unicode in Python and ASCII in RE2, as they stand outside of brackets, and inside where that can be said. */
const CLASSES: { readonly [escape: string]: { readonly outside: string; readonly inside?: string } } = {
  d: { outside: String.raw`\p{Nd}`, inside: String.raw`\p{Nd}` },
  D: { outside: String.raw`\P{Nd}`, inside: String.raw`\P{Nd}` },
  w: { outside: `[${WORD_CLASS}]`, inside: WORD_CLASS },
  W: { outside: `[^${WORD_CLASS}]` },
  s: { outside: `[${SPACE_CLASS}]`, inside: SPACE_CLASS },
  S: { outside: `[^${SPACE_CLASS}]` },
};

/** One part of a pattern: an escape, a bracket, a repeat without a lower bound, or any other character. */
const PART = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])|\{,(?=\d+\})|[^]/gu;

/**
 * Python's regular expression in the syntax of RE2. `undefined` for what RE2 cannot say this way (`[\W]`); what RE2 does not have at all (look-around,
 * references) is left to its compiler to refuse. `\b` stays ASCII, a deviation.
 */
export function translatePattern(pattern: string): string | undefined {
  let inside = false;
  let from = -1;
  let translated = '';
  for (const { 0: part, index } of pattern.matchAll(PART)) {
    const next = part.startsWith('\\') ? translateEscape(part, inside) : inside ? part.replace('[', '\\[') : translatePlain(part);
    if (next === undefined) return undefined;
    translated += next;
    if (!inside && part === '[') {
      inside = true;
      from = index + (pattern[index + 1] === '^' ? 2 : 1);
    } else if (inside && part === ']' && index > from) inside = false;
  }
  return translated;
}

function translatePlain(part: string): string {
  if (part === '{,') return '{0,';
  return part === '$' ? String.raw`(?:$|\n\z)` : part;
}

function translateEscape(part: string, inside: boolean): string | undefined {
  const body = part.slice(1);
  if (/^[uU]./.test(body)) return `\\x{${body.slice(1)}}`;
  if (Object.hasOwn(CLASSES, body)) return inside ? CLASSES[body]!.inside : CLASSES[body]!.outside;
  if (body === 'Z') return String.raw`\z`;
  return /^[\x21-\x7e]$/.test(body) ? part : body;
}
