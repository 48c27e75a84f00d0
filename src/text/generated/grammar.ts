import type { PythonRandom } from '../../core/index.ts';

/** What every scene carries for the engine: its random stream, and which alternatives were already spent in this document. */
export interface Draws {
  readonly random: PythonRandom;
  /** One flag per alternative of the grammar, all 0 at the start of a document; length `grammar.alternatives`. */
  readonly used: Uint8Array;
}

/** Writes one piece of text for a scene. */
export type Write<S> = (scene: S) => string;

/** Words that come from the scene rather than from a rule. `expand` writes a rule of the same grammar. */
export type Slot<S> = (scene: S, expand: (rule: string, scene: S) => string) => string;

/** What a grammar is made of: rules are named lists of templates, one template per line. */
export interface GrammarParts<S> {
  readonly rules: Readonly<Record<string, string>>;
  readonly slots: Readonly<Record<string, Slot<S>>>;
  /** Applied to the finished text of a slot: `{a:tool}`. */
  readonly filters: Readonly<Record<string, (text: string) => string>>;
}

/** A compiled grammar. */
export interface Grammar<S> {
  /** Number of alternatives over all rules: the size of `Draws.used`. */
  readonly alternatives: number;
  /** Number of alternatives by rule. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Writes a rule. Throws a RangeError for an unknown name. */
  expand(rule: string, scene: S): string;
}

interface Compiler<S> {
  readonly parts: GrammarParts<S>;
  readonly rules: Map<string, Write<S>>;
  readonly expand: (rule: string, scene: S) => string;
}

interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * Compiles templates into closures, once, so that writing parses nothing.
 *
 * A template is text with `{name}` (a rule or a slot), `{filter:name}`, and `[this|that|]` (one of them, evenly; they nest).
 * A rule never repeats an alternative within a document while unused ones remain.
 * Throws a RangeError for a name that is neither a rule nor a slot, an unknown filter, or unbalanced brackets.
 */
export function compileGrammar<S extends Draws>(parts: GrammarParts<S>): Grammar<S> {
  const rules = new Map<string, Write<S>>();
  const sizes = new Map<string, number>();
  const expand = (rule: string, scene: S) => {
    const write = rules.get(rule);
    if (write === undefined) throw new RangeError(`no rule named ${rule}`);
    return write(scene);
  };
  let alternatives = 0;
  for (const [name, text] of Object.entries(parts.rules)) {
    const options = templateLines(text).map((line) => compileTemplate(line, { parts, rules, expand }));
    rules.set(name, drawUnused(options, alternatives));
    sizes.set(name, options.length);
    alternatives += options.length;
  }
  return { alternatives, sizes, expand };
}

/** The non-empty lines of a list of templates, trimmed. */
export function templateLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function drawUnused<S extends Draws>(options: readonly Write<S>[], offset: number): Write<S> {
  const n = options.length;
  if (n === 0) throw new RangeError('a rule needs at least one template');
  return (scene) => {
    const first = scene.random.below(n);
    let i = first;
    while (scene.used[offset + i] === 1) {
      i = i + 1 === n ? 0 : i + 1;
      if (i === first) break;
    }
    scene.used[offset + i] = 1;
    return options[i]!(scene);
  };
}

function compileTemplate<S extends Draws>(text: string, compiler: Compiler<S>): Write<S> {
  const cursor = { text, at: 0 };
  const write = sequence(cursor, compiler);
  if (cursor.at < text.length) throw new RangeError(`stray "${text[cursor.at]}" at ${cursor.at} in: ${text}`);
  return write;
}

/** Reads up to the end, or to a `|` or `]` that belongs to the caller. */
function sequence<S extends Draws>(cursor: Cursor, compiler: Compiler<S>): Write<S> {
  const written: (string | Write<S>)[] = [];
  for (;;) {
    const c = cursor.text[cursor.at];
    if (c === undefined || c === '|' || c === ']') break;
    if (c === '{') written.push(reference(cursor, compiler));
    else if (c === '[') written.push(choice(cursor, compiler));
    else written.push(literal(cursor));
  }
  if (written.length === 1 && typeof written[0] === 'string') {
    const only = written[0];
    return () => only;
  }
  return (scene) => {
    let text = '';
    for (const part of written) text += typeof part === 'string' ? part : part(scene);
    return text;
  };
}

function literal(cursor: Cursor): string {
  const from = cursor.at;
  while (cursor.at < cursor.text.length && !'{[|]'.includes(cursor.text[cursor.at]!)) cursor.at++;
  return cursor.text.slice(from, cursor.at);
}

function choice<S extends Draws>(cursor: Cursor, compiler: Compiler<S>): Write<S> {
  const options: Write<S>[] = [];
  do {
    cursor.at++;
    options.push(sequence(cursor, compiler));
  } while (cursor.text[cursor.at] === '|');
  if (cursor.text[cursor.at] !== ']') throw new RangeError(`"[" without "]" in: ${cursor.text}`);
  cursor.at++;
  return (scene) => options[scene.random.below(options.length)]!(scene);
}

function reference<S extends Draws>(cursor: Cursor, compiler: Compiler<S>): Write<S> {
  const end = cursor.text.indexOf('}', cursor.at);
  if (end < 0) throw new RangeError(`"{" without "}" in: ${cursor.text}`);
  const [name, ...filters] = cursor.text
    .slice(cursor.at + 1, end)
    .split(':')
    .toReversed();
  cursor.at = end + 1;
  return filters.reduce((write, filter) => filtered(write, filter, compiler), named(name!, compiler));
}

function named<S extends Draws>(name: string, { parts, rules, expand }: Compiler<S>): Write<S> {
  const slot = parts.slots[name];
  if (slot !== undefined) return (scene) => slot(scene, expand);
  if (parts.rules[name] === undefined) throw new RangeError(`no rule or slot named ${name}`);
  return (scene) => rules.get(name)!(scene);
}

function filtered<S extends Draws>(write: Write<S>, filter: string, { parts }: Compiler<S>): Write<S> {
  const apply = parts.filters[filter];
  if (apply === undefined) throw new RangeError(`no filter named ${filter}`);
  return (scene) => apply(write(scene));
}
