import pc from 'picocolors';
import { visibleText } from '../report/index.ts';
import type { ShownNeedle } from './shown-sample.ts';

const AROUND_CHARS = 240;
const EDGE_CHARS = 500;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A message for the terminal: needles marked, and of a long haystack only the edges and what stands around the needles. */
export function readableMessage(content: string, needles: readonly ShownNeedle[], options: { readonly full: boolean }): string {
  const windows = options.full ? [{ from: 0, to: content.length }] : windowsOf(content.length, needles);
  const parts = windows.map((window, i) => {
    const next = windows[i + 1];
    const gap = next ? pc.dim(`\n\n… ${(next.from - window.to).toLocaleString('en')} characters …\n\n`) : '';
    return marked(content, window, needles) + gap;
  });
  return parts.join('');
}

function windowsOf(length: number, needles: readonly ShownNeedle[]): readonly Span[] {
  const wanted = [
    { from: 0, to: EDGE_CHARS },
    ...needles.map(({ startChar, endChar }) => ({ from: startChar - AROUND_CHARS, to: endChar + AROUND_CHARS })),
    { from: length - EDGE_CHARS, to: length },
  ];
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of wanted.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    const span = { from: Math.max(0, from), to: Math.min(length, to) };
    if (last && span.from <= last.to + AROUND_CHARS) last.to = Math.max(last.to, span.to);
    else merged.push(span);
  }
  return merged;
}

function marked(content: string, { from, to }: Span, needles: readonly ShownNeedle[]): string {
  let at = from;
  let text = '';
  for (const { startChar, endChar } of needles) {
    if (startChar < at || endChar > to) continue;
    text += visibleText(content.slice(at, startChar)) + mark(visibleText(content.slice(startChar, endChar)));
    at = endChar;
  }
  return text + visibleText(content.slice(at, to));
}

/** Colours where there are any, brackets where there are none. */
function mark(needle: string): string {
  return pc.isColorSupported ? pc.bold(pc.black(pc.bgYellow(needle))) : `⟦${needle}⟧`;
}
