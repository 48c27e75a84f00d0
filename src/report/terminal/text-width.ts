/** Columns that a text takes in a terminal: 2 for a Chinese character, 0 for colour codes. */
export type WidthOf = (text: string) => number;

/** Loads the width function late: its tables take a while to read. */
export async function loadWidthOf(): Promise<WidthOf> {
  const { default: stringWidth } = await import('string-width');
  return stringWidth;
}

/** Pads with spaces to a width in columns. */
export function padTo(
  text: string,
  width: number,
  { widthOf, align }: { readonly widthOf: WidthOf; readonly align: 'left' | 'right' },
): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
}

/** Cuts a plain text to a width in columns; what was cut shows as `mark` (default `…`). */
export function cutTo(text: string, width: number, { widthOf, mark = '…' }: { readonly widthOf: WidthOf; readonly mark?: string }): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (widthOf(kept + segment) + widthOf(mark) > width) break;
    kept += segment;
  }
  return kept + mark;
}
