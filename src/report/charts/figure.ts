import { hexOf, scoreColor } from '../color-scale.ts';
import { escapeXml } from '../html/html-template.ts';
import { HATCH_DEFS, HATCH_FILL } from './hatch.ts';
import { FONT_FAMILY, type Panel } from './plot-kit.ts';
import { roughWidth } from './rough-width.ts';
import { SWATCH, type KeyEntry } from './key-entry.ts';

/** A panel with its title above it, and lines that say more below the title. */
export interface TitledPanel extends Panel {
  readonly title: string;
  readonly notes?: readonly string[];
}

/** A figure for a paper or a README: title, panels in rows, a key, and a caption that says what it rests on. */
export interface Figure {
  readonly title: string;
  readonly subtitle: string;
  readonly rows: readonly (readonly TitledPanel[])[];
  /** `scores` draws the colour scale. */
  readonly key: 'scores' | readonly KeyEntry[];
  readonly caption: string;
}

const PAD = 28;
const GAP = 26;
const PANEL_TITLE = 24;
const NOTE_LINE = 15;
const CAPTION_LINE = 16;
const KEY_LINE = 20;

/** Sets a figure as one self-contained SVG on white. All text is escaped. */
export function figureSvg({ title, subtitle, rows, key, caption }: Figure): string {
  const inner = Math.max(720, ...rows.map((row) => row.reduce((sum, panel) => sum + panel.widthPx + GAP, -GAP)));
  const width = inner + 2 * PAD;
  const parts = [
    text(title, { x: PAD, y: PAD + 14, size: 19, weight: 700 }),
    text(subtitle, { x: PAD, y: PAD + 36, size: 12.5, opacity: 0.72 }),
  ];
  let y = PAD + 56;
  for (const row of rows) {
    const notes = row.map((panel) => (panel.notes ?? []).flatMap((note) => wrap(note, panel.widthPx / 5.6)));
    const lines = Math.max(...notes.map((own) => own.length));
    const head = (row.some((panel) => panel.title !== '') ? PANEL_TITLE : 0) + lines * NOTE_LINE;
    let x = PAD;
    for (const [i, panel] of row.entries()) {
      parts.push(text(panel.title, { x, y: y + 13, size: 13, weight: 600 }));
      parts.push(...notes[i]!.map((note, at) => text(note, { x, y: y + 29 + at * NOTE_LINE, size: 11, opacity: 0.78 })));
      parts.push(panel.svg.replace('<svg ', `<svg x="${x}" y="${y + head}" `));
      x += panel.widthPx + GAP;
    }
    y += head + Math.max(...row.map((panel) => panel.heightPx)) + 14;
  }
  const { markup, heightPx } = key === 'scores' ? scoreKey(y) : entriesKey(key, { y, widthPx: inner });
  parts.push(markup);
  y += heightPx;
  const lines = wrap(caption, inner / 5.7);
  parts.push(...lines.map((line, i) => text(line, { x: PAD, y: y + 12 + i * CAPTION_LINE, size: 11, opacity: 0.78 })));
  const height = Math.ceil(y + lines.length * CAPTION_LINE + PAD - 6);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" color="#1b1f24" fill="currentColor" font-family="${FONT_FAMILY}">` +
    `<title>${escapeXml(title)}</title>${HATCH_DEFS}<rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>\n`
  );
}

interface DrawnKey {
  readonly markup: string;
  readonly heightPx: number;
}

/** The colour scale from 0 to 100 with the marks for places without a score. */
function scoreKey(y: number): DrawnKey {
  const steps = Array.from(
    { length: 51 },
    (_, i) => `<rect x="${PAD + 62 + i * 4}" y="${y}" width="4.5" height="12" fill="${hexOf(scoreColor(i / 50))}"/>`,
  );
  const end = PAD + 62 + 51 * 4;
  const swatch = (x: number, mark: string, name: string) =>
    `<rect x="${x}" y="${y - 1}" width="20" height="14" rx="2" fill="${HATCH_FILL}"/>` +
    text(mark, { x: x + 10, y: y + 10, size: 10.5, anchor: 'middle' }) +
    text(name, { x: x + 26, y: y + 10, size: 11 });
  const markup =
    text('Score  0', { x: PAD + 54, y: y + 10, size: 11, anchor: 'end' }) +
    steps.join('') +
    text('100', { x: end + 8, y: y + 10, size: 11 }) +
    swatch(end + 52, '–', 'no score') +
    swatch(end + 142, '×', 'skipped');
  return { markup, heightPx: 30 };
}

/** Entries in as many lines as they need. */
function entriesKey(entries: readonly KeyEntry[], { y, widthPx }: { readonly y: number; readonly widthPx: number }): DrawnKey {
  if (entries.length === 0) return { markup: '', heightPx: 0 };
  let [x, line] = [0, 0];
  const parts = entries.map(({ swatch, label }) => {
    const width = Math.round(SWATCH.width + 8 + roughWidth(label) * 6.1);
    if (x > 0 && x + width > widthPx) [x, line] = [0, line + 1];
    const [left, top] = [PAD + x, y + line * KEY_LINE];
    x += width + 20;
    return `<g transform="translate(${left},${top})">${swatch}</g>${text(label, { x: left + SWATCH.width + 8, y: top + 10, size: 11.5 })}`;
  });
  return { markup: parts.join(''), heightPx: (line + 1) * KEY_LINE + 10 };
}

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: number;
  readonly opacity?: number;
  readonly anchor?: 'middle' | 'end';
}

function text(content: string, { x, y, size, weight = 400, opacity = 1, anchor }: TextStyle): string {
  const extra = `${weight === 400 ? '' : ` font-weight="${weight}"`}${opacity === 1 ? '' : ` fill-opacity="${opacity}"`}${anchor === undefined ? '' : ` text-anchor="${anchor}"`}`;
  return `<text x="${x}" y="${y}" font-size="${size}"${extra} xml:space="preserve">${escapeXml(content)}</text>`;
}

/** Breaks at spaces into lines of about `characters`; a Chinese character counts twice. */
function wrap(content: string, characters: number): string[] {
  const lines: string[] = [''];
  for (const word of content.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && roughWidth(`${line} ${word}`) > characters) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
