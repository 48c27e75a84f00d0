import { html, type Markup } from './html-template.ts';

/** A part of the page: heading, a line on how to read it, content. */
export function section(title: string, body: Markup | readonly Markup[], { note }: { readonly note?: string } = {}): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${note === undefined ? undefined : html`<p class="note">${note}</p>`} ${body}
  </section>`;
}

/** A table. Columns named in `numeric` (by index) are set flush right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
  { numeric = [] }: { readonly numeric?: readonly number[] } = {},
): Markup {
  const kind = (i: number) => (numeric.includes(i) ? 'num' : 'txt');
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${head.map((name, i) => html`<th scope="col" class="${kind(i)}">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => html`<td class="${kind(i)}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A drawing with its caption. `label` says what it shows to those who do not see it. */
export function figure(svg: Markup, { title, label }: { readonly title: string; readonly label: string }): Markup {
  return html`<figure>
    <figcaption>${title}</figcaption>
    <div class="scroll" role="img" aria-label="${label}">${svg}</div>
  </figure>`;
}

/** The `lang` attribute for text in a language; nothing for what is no language code. */
export function langAttribute(language: unknown): Markup | undefined {
  return typeof language === 'string' && /^[a-z]{2,3}(?:-[a-z\d]+)*$/i.test(language) ? html` lang="${language}"` : undefined;
}
