import { RE2JS } from 're2js';
import { isWordCharacter, WORD_CLASS } from './python-word.ts';
import { translatePattern } from './translate-pattern.ts';

/** A pattern from the data, to be searched for. */
export interface DataPattern {
  /** True if the text holds it. */
  found(text: string): boolean;
  /** The number of matches that do not overlap, but no more than `most`: each costs a linear search at worst. */
  count(text: string, most: number): number;
  /** True if the text holds it between two word boundaries, Python's `\b`. */
  foundAsWord(text: string): boolean;
}

const SYNTAX = /[\\^$.*+?()[\]{}|]/;

/**
 * A keyword of the data, without regard to case by default: upstream gives it to Python's `re` as it is. Plain words are searched for as they stand; anything else runs in RE2, whose time
 * is linear in the text. What RE2 cannot compile (look-around, `C++`, a lone bracket) is taken literally; upstream stops there or backtracks.
 */
export function dataPattern(keyword: string, { caseSensitive = false }: { readonly caseSensitive?: boolean } = {}): DataPattern {
  const flags = caseSensitive ? 'u' : 'iu';
  if (!SYNTAX.test(keyword)) return literalPattern(keyword, flags);
  const compiled = compile(keyword, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
  return compiled ? linearPattern(keyword, compiled) : literalPattern(keyword, flags);
}

/** Compiles Python's syntax in RE2; undefined if that cannot be done. */
export function compile(pattern: string, flags: number): RE2JS | undefined {
  const translated = translatePattern(pattern);
  if (translated === undefined) return undefined;
  try {
    return RE2JS.compile(translated, flags);
  } catch {
    return undefined;
  }
}

function linearPattern(keyword: string, pattern: RE2JS): DataPattern {
  const ascii = compile(String.raw`\b${keyword}\b`, pattern.flags());
  return {
    found: (text) => pattern.test(text),
    count: (text, most) => countUpTo(pattern.matchAll(text), most),
    foundAsWord: (text) => (ascii && !NOT_ASCII.test(text) ? ascii.test(text) : hasWord(text, pattern)),
  };
}

const NOT_ASCII = /[^\0-\x7f]/;
/** Matches that are looked at for their boundaries, each at the price of a linear search. */
const MOST_TRIES = 200;

// RE2's own \b is ASCII. Deviation for other texts: the first matches that do not overlap; Python would also try those that end elsewhere.
function hasWord(text: string, pattern: RE2JS): boolean {
  let tries = 0;
  for (const { 0: match, index = 0 } of pattern.matchAll(text)) {
    if (isBoundary(text, index) && isBoundary(text, index + match.length)) return true;
    if (++tries >= MOST_TRIES) return false;
  }
  return false;
}

function literalPattern(keyword: string, flags: string): DataPattern {
  const escaped = keyword.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) => (character === '-' ? String.raw`\x2d` : `\\${character}`));
  const pattern = new RegExp(escaped, `g${flags}`);
  const characters = [...keyword];
  const before = isWordCharacter(characters.at(0)) ? `(?<![${WORD_CLASS}])` : `(?<=[${WORD_CLASS}])`;
  const after = isWordCharacter(characters.at(-1)) ? `(?![${WORD_CLASS}])` : `(?=[${WORD_CLASS}])`;
  const word = new RegExp(before + escaped + after, flags);
  return {
    found: (text) => new RegExp(escaped, flags).test(text),
    count: (text, most) => countUpTo(text.matchAll(pattern), most),
    foundAsWord: (text) => (characters.length === 0 ? /[\p{L}\p{N}_]/u.test(text) : word.test(text)),
  };
}

function countUpTo(matches: Iterator<unknown>, most: number): number {
  let count = 0;
  while (count < most && !matches.next().done) count++;
  return count;
}

function isBoundary(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const next = text.codePointAt(at);
  return isWordCharacter([...before].at(-1)) !== isWordCharacter(next === undefined ? next : String.fromCodePoint(next));
}
