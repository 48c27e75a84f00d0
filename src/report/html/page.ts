import { HATCH_DEFS } from '../charts/hatch.ts';
import { drawn, html, type Markup } from './html-template.ts';
import { STYLE_SHEET } from './style-sheet.ts';

/** Nothing is loaded, run or sent: the page is text, style and drawings. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A self-contained page: no script, no outside file, light and dark. */
export function page(title: string, sections: readonly Markup[]): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${drawn(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${drawn(STYLE_SHEET)}
        </style>
      </head>
      <body>
        <svg width="0" height="0" style="position:absolute" aria-hidden="true">${drawn(HATCH_DEFS)}</svg>
        <main>
          ${sections}
          <footer>
            Scores are 0–100. Intervals are Wilson intervals at 95 %; answers that share a haystack count for as many as they are worth, and
            a single haystack gives none. A sample without a score is missing, never 0. Made by Fathom.
          </footer>
        </main>
      </body>
    </html> `.markup;
}
