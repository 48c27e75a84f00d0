import { countNoun } from '../report/index.ts';
import { cutLines } from './cut-lines.ts';
import { priceAge } from './price-age.ts';
import { duration } from './progress-line.ts';
import type { RunCost } from './run-cost.ts';
import { countShown, usdShown } from './shown-amounts.ts';

/** What runs will cost, a line for each, and what is to be said of their prices. */
export function previewLines(costs: readonly RunCost[], now = new Date()): readonly string[] {
  return [
    ...costs.map(previewLine),
    ...new Set(costs.flatMap(({ documents }) => cutLines(documents))),
    ...new Set(costs.flatMap(({ known }) => priceAge(known, now) ?? [])),
  ];
}

/** `1,320 prompts, 28.1M tokens · order cache: 44 % should come from the prefix cache · $12.30, at most $35.00 (list of …) · about 12m 05s`. */
function previewLine({ prompts, promptTokens, known, highUsd, preview: { order, orders } }: RunCost): string {
  const chosen = orders.find((each) => each.order === order) ?? orders[0]!;
  const parts = [
    `${countNoun(prompts, 'prompt')}, ${countShown(promptTokens)} tokens`,
    order === 'plan' ? '' : `order ${order}: ${Math.round(100 * chosen.cachedShare)} % should come from the prefix cache`,
    highUsd !== undefined && chosen.usd !== undefined
      ? `about ${usdShown(chosen.usd)}, at most ${usdShown(highUsd)} (${known?.source ?? ''})`
      : '',
    order === 'plan' ? '' : `roughly ${duration(chosen.wallMs)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
