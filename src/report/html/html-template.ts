import { visibleText } from '../visible-text.ts';

/** Markup that is known to be safe: made by `html` or drawn by Fathom itself. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | readonly Markup[] | undefined;

/**
 * A template in which every interpolated text is escaped; only `Markup` goes in as it is. Safe in element content and in double-quoted attributes,
 * not inside `<script>` or `<style>`. `undefined` leaves nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: strings.map((part, i) => part + (i < values.length ? render(values[i]) : '')).join('') };
}

/** Vouches for markup that Fathom drew itself; never for anything a stranger wrote. */
export function drawn(markup: string): Markup {
  return { markup };
}

/** Text for the content of an HTML or XML element or a quoted attribute; unseen characters become visible. */
export function escapeXml(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

const ESCAPES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return escapeXml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('');
}
