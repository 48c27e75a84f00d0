import { createHash } from 'node:crypto';
import { FathomError, type Block, type Piece } from '../core/index.ts';
import { textBlock, type Frame } from './document-question.ts';

/** How placeholders are written: `{name}` or `$NAME$`. */
export type PlaceholderDialect = 'braces' | 'dollars';

const PLACEHOLDER: { readonly [dialect in PlaceholderDialect]: RegExp } = {
  braces: /\{[A-Za-z_]\w*\}/g,
  dollars: /\$[A-Z][A-Z_]*\$/g,
};

/** The wording of a user's prompt pack: words and placeholders in their order. */
export type PromptTemplate = readonly ({ readonly words: string } | { readonly slot: string })[];

/** What a template may hold. */
export interface TemplateRules {
  readonly dialect: PlaceholderDialect;
  /** Placeholders as they are written; another one is an error, and so is one that is marked `once` and is missing or double. */
  readonly slots: { readonly [slot: string]: 'once' | 'any' };
  /** File, and place in it, for messages. */
  readonly source: string;
}

/**
 * Reads a template. Placeholders are names alone: no formats, no doubled braces, all filled in one pass, so that a text with a placeholder in it stays as
 * it is. Throws FathomError `data` that names what was found and what is allowed.
 */
export function parseTemplate(text: string, { dialect, slots, source }: TemplateRules): PromptTemplate {
  const parts: PromptTemplate[number][] = [];
  let from = 0;
  for (const { 0: slot, index } of text.matchAll(PLACEHOLDER[dialect])) {
    if (!Object.hasOwn(slots, slot)) throw refusal(`${source} has a placeholder ${slot} that is not known`, slots);
    if (index > from) parts.push({ words: text.slice(from, index) });
    parts.push({ slot });
    from = index + slot.length;
  }
  if (from < text.length) parts.push({ words: text.slice(from) });
  for (const [slot, times] of Object.entries(slots)) {
    const found = parts.filter((part) => 'slot' in part && part.slot === slot).length;
    if (times === 'once' && found !== 1) throw refusal(`${source} has the placeholder ${slot} ${found} times, not once`, slots);
  }
  return parts;
}

function refusal(what: string, slots: TemplateRules['slots']): FathomError {
  return new FathomError('data', `${what}.`, { fix: `Placeholders there: ${Object.keys(slots).join(', ')}.` });
}

/** What fills the placeholders: blocks of a prompt. Words of the template are instructions. */
export type Fillings = { readonly [slot: string]: { readonly role: Block['role']; readonly piece: Piece } };

/** The blocks around the document, or all of them before where the template has none. */
export function frameOfTemplate(
  template: PromptTemplate,
  { document, fill }: { readonly document?: string; readonly fill: Fillings },
): Frame {
  const at = template.findIndex((part) => 'slot' in part && part.slot === document);
  const blocks = (parts: PromptTemplate) =>
    parts
      .map((part) => blockOf(part, fill))
      .filter(({ pieces: [piece] }) => piece !== undefined && !('text' in piece && piece.text === ''));
  if (at < 0) return { before: blocks(template), after: [] };
  return { before: blocks(template.slice(0, at)), after: blocks(template.slice(at + 1)) };
}

function blockOf(part: PromptTemplate[number], fill: Fillings): Block {
  if ('words' in part) return textBlock('instruction', part.words);
  const { role, piece } = fill[part.slot]!;
  return { role, pieces: [piece] };
}

/** Names a pack in the record of a sample: SHA-256 over its files, hex. */
export function packDigest(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts)
    hash
      .update(String(Buffer.byteLength(text)))
      .update('\n')
      .update(text);
  return hash.digest('hex');
}
