import type { Block, BlockRole } from '../../core/index.ts';
import { fill } from './fill.ts';

/** What goes into a layout. The question, format and examples are filled already; `values` fill the layout's own sentences. */
export interface LayoutParts {
  readonly question: string;
  readonly format: string;
  readonly examples: string;
  readonly values?: { readonly [place: string]: string | number };
}

const ROLES: { readonly [place: string]: BlockRole } = { question: 'question', format: 'format', examples: 'example' };

/** The text-only blocks before and after the context. Only the question itself is in a `question` block; empty texts make no block. */
export function layoutBlocks(layout: string, parts: LayoutParts): { readonly before: readonly Block[]; readonly after: readonly Block[] } {
  const [before = '', after = ''] = layout.split('{context}');
  return { before: blocksOf(before, parts), after: blocksOf(after, parts) };
}

function blocksOf(template: string, parts: LayoutParts): Block[] {
  return template.split(/(\{(?:question|format|examples)\})/).flatMap((section) => {
    const place = /^\{(question|format|examples)\}$/.exec(section)?.[1] as 'question' | 'format' | 'examples' | undefined;
    const text = place === undefined ? fill(section, parts.values ?? {}) : parts[place];
    return text === '' ? [] : [{ role: place === undefined ? 'instruction' : ROLES[place]!, pieces: [{ text }] } satisfies Block];
  });
}

/** The text of blocks that hold text only. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.flatMap(({ pieces }) => pieces.map((piece) => ('text' in piece ? piece.text : ''))).join('');
}
