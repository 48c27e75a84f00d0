import { languageLabel } from '../labels.ts';
import type { RunSummary } from '../run-summary.ts';
import { html, type Markup } from './html-template.ts';
import { section, table } from './section.ts';

/** How to get the same numbers again: command, seed, tokenizer, the digests of the corpora, options. */
export function repeatSection({ command, seed, tokenizer, version, corpora, options, createdAt }: RunSummary): Markup {
  const facts = [
    ['Version', `Fathom ${version}`],
    ['Seed', String(seed)],
    ['Tokenizer', tokenizer],
    ['Made', createdAt],
  ];
  const digests = corpora.map((corpus) => [
    languageLabel(corpus.language),
    html`<code>${corpus.digest}</code>`,
    Object.entries(corpus.origin)
      .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', '),
  ]);
  return section('Repeat this run', [
    html`<pre class="command"><code>${command}</code></pre>`,
    table(['What', 'Value'], facts),
    ...(digests.length === 0 ? [] : [html`<h3>Corpora</h3>`, table(['Language', 'SHA-256', 'Origin'], digests)]),
    html`<details>
      <summary>Options of the run</summary>
      <pre><code>${JSON.stringify(options, null, 2)}</code></pre>
    </details>`,
  ]);
}
