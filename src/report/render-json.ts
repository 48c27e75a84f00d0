import type { RunSummary } from './run-summary.ts';

/** The summary as JSON, two spaces deep, with a newline at its end. */
export function renderJson(summary: RunSummary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
