import { replaceSpace, stripSpace } from './python-space.ts';

/** `published`: the last `\boxed` decides even when it is torn. `lenient`: the last complete box counts, spaces before the brace are allowed. */
export type BoxReading = 'published' | 'lenient';

/**
 * What stands in the last `\boxed{…}` (or, where there is none, `\fbox{…}`) with balanced braces, one extra pair of braces removed.
 * Null when there is no box. One pass, linear for any input. Source: OpenCompass `datasets/math.py`.
 */
export function lastBoxed(text: string, reading: BoxReading = 'published'): string | null {
  const found =
    boxOf(text, '\\boxed', reading) ?? (text.includes('\\boxed') && reading === 'published' ? null : boxOf(text, '\\fbox', reading));
  return found === null ? null : withoutExtraBraces(found);
}

function boxOf(text: string, command: string, reading: BoxReading): string | null {
  return reading === 'published' ? boxAt(text, text.lastIndexOf(command), command) : lastComplete(text, command);
}

function boxAt(text: string, at: number, command: string): string | null {
  const open = at + command.length;
  if (at === -1 || text[open] !== '{') return null;
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return text.slice(open + 1, i);
  }
  return null;
}

/** The complete box that begins last. Keeps a stack of open braces, each knowing whether the command stands before it. */
function lastComplete(text: string, command: string): string | null {
  const open: { at: number; box: boolean }[] = [];
  let best: { from: number; to: number } | undefined;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') open.push({ at: i, box: follows(text, i, command) });
    else if (text[i] === '}') {
      const brace = open.pop();
      if (brace?.box && (best === undefined || brace.at > best.from)) best = { from: brace.at, to: i };
    }
  }
  return best === undefined ? null : text.slice(best.from + 1, best.to);
}

function follows(text: string, brace: number, command: string): boolean {
  let end = brace;
  while (end > 0 && brace - end < 8 && text[end - 1] === ' ') end--;
  return text.startsWith(command, end - command.length) && end >= command.length;
}

/** Python's `^\{(.*)\}$`: no line break inside, one allowed at the end. */
function withoutExtraBraces(content: string): string {
  const body = content.endsWith('\n') ? content.slice(0, -1) : content;
  return body.length >= 2 && body.startsWith('{') && body.endsWith('}') && !body.includes('\n') ? body.slice(1, -1) : content;
}

/**
 * The published cleaning of a boxed answer: unwraps `\text{}` and `\boxed{}`, drops `\[ \]`, all backslashes and straight quotes, collapses
 * white space, turns `~` into a space. Empty or missing becomes `None`. Source: NeedleBench v2 `atc_elder_only.py`.
 */
export function cleanBoxed(content: string | null): string {
  if (content === null || content === '' || content === 'None') return 'None';
  const unwrapped = unwrap(unwrap(content, '\\text{'), '\\boxed{').replace(/\\[[\]]/g, '');
  const spaced = stripSpace(replaceSpace(unwrapped.replaceAll('\\', ''), ' '));
  return spaced.replace(/["']/g, '').replaceAll('~', ' ');
}

/** Python's `re.sub(r'\\name\{([^}]+)\}', r'\1', text)`, in one pass. */
function unwrap(text: string, opening: string): string {
  const out: string[] = [];
  let done = 0;
  let at = text.indexOf(opening);
  while (at !== -1) {
    const from = at + opening.length;
    const close = text.indexOf('}', from);
    if (close === -1) break;
    if (close > from) {
      out.push(text.slice(done, at), text.slice(from, close));
      done = close + 1;
    }
    at = text.indexOf(opening, Math.max(done, from));
  }
  return out.join('') + text.slice(done);
}

/** True when a cleaned box equals the gold answer, which as published is only stripped: a gold with an apostrophe never matches. */
export function boxedEqualsPublished(content: string | null, gold: string): boolean {
  return stripSpace(cleanBoxed(content)) === stripSpace(gold);
}

/** The repaired comparison: both sides cleaned alike (curly quotes too), without case, without a final full stop, out of wrappers such as `\textbf{}`. */
export function boxedEquals(content: string | null, gold: string): boolean {
  return content !== null && plain(content) === plain(gold);
}

const WRAPPER =
  /\\(?:text(?:bf|it|rm|sf|tt|sc|normal|up)?|math(?:rm|bf|it|sf|tt|normal)|boldsymbol|bm|emph|underline|mbox|boxed)\s{0,4}\{([^{}]*)\}/g;
/** Wrappers around wrappers that are taken off. */
const WRAPPED_DEEP = 4;

function withoutWrappers(text: string): string {
  let inner = text;
  for (let left = WRAPPED_DEEP; left > 0; left--) inner = inner.replace(WRAPPER, '$1');
  return inner;
}

/** A boxed answer or a gold answer in the form that `boxedEquals` compares. */
export function plain(text: string): string {
  const straight = withoutWrappers(text).replace(/[‘’“”ʼ`´]/g, "'");
  return stripSpace(replaceSpace(cleanBoxed(straight), ' '))
    .replace(/[.。]$/, '')
    .toLowerCase();
}
