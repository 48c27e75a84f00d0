import { countLabel, cutsSentence, NO_INTERVAL, intervalLabel, languageLabel, scoreLabel, valueLabel } from '../labels.ts';
import type { Baseline, RunSummary } from '../run-summary.ts';
import { html, type Markup } from './html-template.ts';

/** The top of the page: which model, the headline with its interval, and the baselines beside it. */
export function headlineSection(summary: RunSummary): Markup {
  const { overall, model } = summary;
  const cut = cutsSentence(summary.documents);
  return html`<header>
    <p class="brand"><span class="mark" aria-hidden="true"></span>Fathom <span>long-context report</span></p>
    <h1>${model}</h1>
    <ul class="facts">
      ${facts(summary).map(([name, value]) => html`<li><span>${name}</span> ${value}</li>`)}
    </ul>
    <div class="headline">
      <div class="card score">
        <p class="label">${overall.label}</p>
        <p class="big">
          ${valueLabel(overall.mean, overall.unit)}${overall.unit === 'score' ? html`<small>/100</small>` : html`<small> ${overall.unit}</small>`}
        </p>
        <p class="sub">${headlineNote(summary)}</p>
        ${cut === undefined ? undefined : html`<p class="sub">${cut}</p>`}
      </div>
      <div class="card baselines">${comparison(summary)}</div>
    </div>
  </header>`;
}

function facts({ strategy, status, createdAt, tokenizer, seed, languages, version, run }: RunSummary): [string, string][] {
  return [
    ['Strategy', strategy],
    ['Languages', languages.map(languageLabel).join(', ') || '–'],
    ['Tokenizer', tokenizer],
    ['Seed', String(seed)],
    ['Date', createdAt.slice(0, 10)],
    ['Status', status],
    ['Run', run],
    ['Version', version],
  ];
}

function headlineNote({ overall }: RunSummary): string {
  const none = overall.mean === null || overall.unit !== 'score' ? '' : `${NO_INTERVAL} · `;
  const interval = overall.low === null ? none : `95 % interval ${intervalLabel(overall)} · `;
  const missing = overall.missing > 0 ? ` · ${countLabel(overall.missing)} without a score` : '';
  return `${interval}n = ${countLabel(overall.n)}${missing}`;
}

function comparison({ overall, baselines, strategy }: RunSummary): Markup {
  const self = overall.unit === 'score' ? [gauge({ ...overall, name: `this run (${strategy})` }, { own: true })] : [];
  const others = baselines.map((baseline) => gauge(baseline, { own: false }));
  const none = html`<p class="sub">No baseline was run on these samples.</p>`;
  return html`<p class="label">Against baselines, on the same samples</p>
    <dl class="gauges">${[...self, ...others]}</dl>
    ${others.length === 0 ? none : undefined}`;
}

/** A score on a line from 0 to 100 with its interval. */
function gauge({ name, mean, low, high, n }: Omit<Baseline, 'missing'>, { own }: { readonly own: boolean }): Markup {
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
  const range =
    low === null || high === null ? undefined : html`<i class="range" style="left:${percent(low)};width:${percent(high - low)}"></i>`;
  const dot = mean === null ? undefined : html`<i class="dot" style="left:${percent(Math.min(1, Math.max(0, mean)))}"></i>`;
  const tip = `${name}: ${scoreLabel(mean, { digits: 1 })} (95 %: ${intervalLabel({ low, high })}), n ${countLabel(n)}`;
  return html`<div class="${own ? 'own' : 'other'}" title="${tip}">
    <dt>${name}</dt>
    <dd class="line" aria-hidden="true">${range} ${dot}</dd>
    <dd class="value">${scoreLabel(mean, { digits: 1 })}</dd>
  </div>`;
}
