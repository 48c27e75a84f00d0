const SCRIPTS: ReadonlySet<string> = new Set(['Han', 'Hiragana', 'Katakana', 'Hangul', 'Latin', 'Cyrillic', 'Greek', 'Arabic', 'Thai']);

/** Pieces of an Oniguruma pattern that mean the same in JavaScript (flags `gu`), or have a plain translation. Tried in this order. */
const OUTSIDE: readonly (readonly [RegExp, (match: string) => string | undefined])[] = [
  [/\\[\s\S](?:\{\^?\w+\})?/y, escape],
  [/\((?:\?(?:i?:|<?[=!]))?/y, (group) => (group === '(' ? '(?:' : group)],
  // A "+" behind a quantifier makes it possessive, which JavaScript lacks.
  [/(?:[*+?]\??|\{\d+(?:,\d*)?\})(?![+*?{])/y, (quantifier) => quantifier],
  [/[)|]/y, (sign) => sign],
  [/\./y, () => '[^\\n]'],
  [/[^\\()[\]{}|*+?.^$]/uy, (literal) => literal],
];

const INSIDE: readonly (readonly [RegExp, (match: string) => string | undefined])[] = [
  [/\\[\s\S](?:\{\^?\w+\})?/y, escape],
  [/&&/y, () => undefined],
  [/[^\\[\]]/uy, (literal) => literal],
];

/**
 * The JavaScript pattern (flags `gu`) with the meaning of a tokenizer's regular expression, undefined when there is no certain one:
 * possessive quantifiers, anchors, nested classes and anything else not listed here. `\s` becomes Unicode White_Space, `\d` Unicode digits.
 */
export function translatePattern(pattern: string): RegExp | undefined {
  let source = '';
  for (let at = 0; at < pattern.length;) {
    const step = pattern[at] === '[' ? characterClass(pattern, at) : oneOf(OUTSIDE, pattern, at);
    if (step === undefined) return undefined;
    source += step.text;
    at = step.end;
  }
  try {
    return new RegExp(source, 'gu');
  } catch {
    return undefined;
  }
}

interface Step {
  readonly text: string;
  readonly end: number;
}

function characterClass(pattern: string, start: number): Step | undefined {
  let at = start + (pattern[start + 1] === '^' ? 2 : 1);
  let text = pattern.slice(start, at);
  const first = at;
  while (pattern[at] !== ']') {
    const step = at < pattern.length ? oneOf(INSIDE, pattern, at) : undefined;
    if (step === undefined) return undefined;
    text += step.text;
    at = step.end;
  }
  return at === first ? undefined : { text: `${text}]`, end: at + 1 };
}

function oneOf(rules: typeof OUTSIDE, pattern: string, at: number): Step | undefined {
  for (const [rule, translate] of rules) {
    rule.lastIndex = at;
    const match = rule.exec(pattern)?.[0];
    if (match === undefined) continue;
    const text = translate(match);
    return text === undefined ? undefined : { text, end: at + match.length };
  }
  return undefined;
}

function escape(match: string): string | undefined {
  const [, letter = ''] = match;
  const name = match.slice(3, -1);
  if (letter === 'p' || letter === 'P') return property(letter, name);
  if (match.length > 2) return undefined;
  if (letter === 's') return '\\p{White_Space}';
  if (letter === 'S') return '\\P{White_Space}';
  if (letter === 'd') return '\\p{Nd}';
  if ('rnt'.includes(letter)) return match;
  // An escaped sign is the sign; in JavaScript only these may carry the backslash.
  if ('^$\\.*+?()[]{}|/-'.includes(letter)) return letter === '-' ? '\\x2d' : match;
  return /[!-~]/.test(letter) && !/\w/.test(letter) ? letter : undefined;
}

function property(letter: string, name: string): string | undefined {
  if (/^[LMNPSZC][a-z]?$/.test(name)) return `\\${letter}{${name}}`;
  return SCRIPTS.has(name) ? `\\${letter}{Script=${name}}` : undefined;
}
