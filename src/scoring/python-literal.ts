import type { Json } from '../core/index.ts';

const DEEPEST = 100;
const NAMES: { readonly [name: string]: Json } = { None: null, True: true, False: false, null: null, true: true, false: false };
const ESCAPES: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r', '\n': '', a: '\x07', b: '\b', f: '\f', v: '\v' };

/**
 * Reads a Python literal (strings, numbers, None, True, False, lists, tuples, dicts with string keys) or JSON: data that is no JSON, and answers of models.
 * Undefined when the text is anything else. Nothing is run; linear; at most 100 levels deep.
 */
export function parsePythonLiteral(text: string): Json | undefined {
  const reader = { text, at: 0 };
  try {
    const value = readValue(reader, 0);
    skipSpace(reader);
    return reader.at === text.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotALiteral) return undefined;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  at: number;
}

class NotALiteral extends Error {}

function readValue(reader: Reader, depth: number): Json {
  skipSpace(reader);
  const first = reader.text[reader.at];
  if (depth > DEEPEST || first === undefined) throw new NotALiteral();
  if (first === '[' || first === '(') return readList(reader, first === '[' ? ']' : ')', depth);
  if (first === '{') return readDict(reader, depth);
  if (first === '"' || first === "'") return readString(reader);
  return readWord(reader);
}

function readList(reader: Reader, close: string, depth: number): Json {
  const items: Json[] = [];
  readItems(reader, close, () => void items.push(readValue(reader, depth + 1)));
  return items;
}

function readDict(reader: Reader, depth: number): Json {
  const entries: [string, Json][] = [];
  readItems(reader, '}', () => {
    const key = readValue(reader, depth + 1);
    skipSpace(reader);
    if (typeof key !== 'string' || reader.text[reader.at++] !== ':') throw new NotALiteral();
    entries.push([key, readValue(reader, depth + 1)]);
  });
  return Object.fromEntries(entries);
}

/** Items between commas up to the closing bracket; a comma may stand after the last. */
function readItems(reader: Reader, close: string, readItem: () => void): void {
  for (reader.at++; ;) {
    skipSpace(reader);
    if (reader.text[reader.at] === close) break;
    readItem();
    skipSpace(reader);
    if (reader.text[reader.at] === ',') reader.at++;
    else if (reader.text[reader.at] !== close) throw new NotALiteral();
  }
  reader.at++;
}

function readString(reader: Reader): string {
  const { text } = reader;
  const quote = text[reader.at++]!;
  const parts: string[] = [];
  for (let from = reader.at; ; reader.at++) {
    const character = text[reader.at];
    if (character === undefined || character === '\n') throw new NotALiteral();
    if (character !== quote && character !== '\\') continue;
    parts.push(text.slice(from, reader.at));
    if (character === quote) break;
    reader.at++;
    parts.push(readEscape(reader));
    from = reader.at + 1;
  }
  reader.at++;
  return parts.join('');
}

/** Leaves the reader on the last character of the escape. An unknown one keeps its backslash, as in Python. */
function readEscape(reader: Reader): string {
  const letter = reader.text[reader.at];
  if (letter === undefined) throw new NotALiteral();
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits !== undefined) {
    const code = reader.text.slice(reader.at + 1, reader.at + 1 + digits);
    const point = /^[0-9A-Fa-f]+$/.test(code) && code.length === digits ? Number.parseInt(code, 16) : Infinity;
    if (point > 0x10ffff) throw new NotALiteral();
    reader.at += digits;
    return String.fromCodePoint(point);
  }
  if (`'"\\/`.includes(letter)) return letter;
  return Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter]! : `\\${letter}`;
}

const WORD = /[-+.\w]+/y;

function readWord(reader: Reader): Json {
  WORD.lastIndex = reader.at;
  const word = WORD.exec(reader.text)?.[0] ?? '';
  reader.at += word.length;
  if (Object.hasOwn(NAMES, word)) return NAMES[word]!;
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(word) || !Number.isFinite(Number(word))) throw new NotALiteral();
  return Number(word);
}

function skipSpace(reader: Reader): void {
  while (' \t\r\n'.includes(reader.text[reader.at] ?? '\0')) reader.at++;
}
