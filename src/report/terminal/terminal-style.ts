import { ansi256Of, inkOn, scoreColor } from '../color-scale.ts';

/** How to write to a terminal: its width in columns, and its colours. `none` means plain ASCII marks. */
export interface TerminalStyle {
  readonly columns: number;
  readonly color: 'none' | '256' | 'truecolor';
}

/** What is known of the place where text will appear. */
export interface TerminalFacts {
  readonly isTty: boolean;
  readonly columns?: number | undefined;
  readonly env: { readonly [name: string]: string | undefined };
  /** The user's own word; it wins over everything else. */
  readonly color?: boolean | undefined;
}

/** Reads a terminal's style off its facts: NO_COLOR (no-color.org), FORCE_COLOR, COLORTERM and TERM. 80 columns when unknown. */
export function terminalStyle({ isTty, columns, env, color }: TerminalFacts): TerminalStyle {
  const wanted = color ?? (env['NO_COLOR'] ? false : env['FORCE_COLOR'] ? env['FORCE_COLOR'] !== '0' : isTty && env['TERM'] !== 'dumb');
  const rich = /truecolor|24bit/i.test(env['COLORTERM'] ?? '') || /kitty|ghostty|alacritty|direct/.test(env['TERM'] ?? '');
  return { columns: columns !== undefined && columns > 0 ? columns : 80, color: wanted ? (rich ? 'truecolor' : '256') : 'none' };
}

/** A score's colour behind a text; the text as it is without colour. */
export function paintScore(text: string, { score, color }: { readonly score: number; readonly color: TerminalStyle['color'] }): string {
  if (color === 'none') return text;
  const back = scoreColor(score);
  const ink = inkOn(back);
  if (color === '256') return `\u001b[48;5;${ansi256Of(back)};38;5;${ansi256Of(ink)}m${text}\u001b[0m`;
  return `\u001b[48;2;${back.join(';')};38;2;${ink.join(';')}m${text}\u001b[0m`;
}

/** A text made bold or dim; as it is without colour. */
export function emphasize(text: string, { as, color }: { readonly as: 'bold' | 'dim'; readonly color: TerminalStyle['color'] }): string {
  return color === 'none' ? text : `\u001b[${as === 'bold' ? '1' : '2'}m${text}\u001b[22m`;
}
