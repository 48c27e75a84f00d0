import { BASELINE_HEAD, baselineRows, costSentences, skipSentences } from '../baseline-table.ts';
import { FLAG_RULE, flagSentences } from '../baseline-flag.ts';
import { shortTask } from '../labels.ts';
import type { RunSummary } from '../run-summary.ts';
import { html, type Markup } from './html-template.ts';
import { section, table } from './section.ts';

/** Tasks under every baseline beside the run, and what that says of them. */
export function baselineSection(summary: RunSummary): Markup | undefined {
  const rows = baselineRows(summary).map(([task, ...rest]) => [shortTask(task!), ...rest]);
  if (rows.length === 0) return undefined;
  const flags = flagSentences(summary);
  const list = html`<ul class="flags">
    ${flags.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
  const skips = html`<p class="sub">${[...skipSentences(summary), ...costSentences(summary)].join(' · ')}</p>`;
  const numeric = BASELINE_HEAD.map((_, i) => i).filter((i) => i > 1);
  return section('Baselines', [...(flags.length > 0 ? [list] : []), table(BASELINE_HEAD, rows, { numeric }), skips], {
    note: `Every row is over the samples that both sides scored; the difference is this run − baseline, paired. ${FLAG_RULE}`,
  });
}
