import { parse, join } from 'node:path';
import { compareRuns, renderSideBySide, terminalStyle, type RunSummary, type SideBySideRow } from '../report/index.ts';
import { explainError } from './explain-error.ts';
import { finishSession } from './finish-session.ts';
import { listenForInterruption } from './interruption.ts';
import type { ReadyRun } from './ready-run.ts';

/** Exit codes from best to worst. */
const FROM_BEST: readonly number[] = [0, 1, 4, 3, 2, 70, 130];

/**
 * Answers the runs of several models one after another: each with its report, at the end all side by side; with `--json` one array.
 * A run that fails does not stop the others; an interruption does, and what was not begun can be resumed. Gives the worst exit code.
 */
export async function finishRuns(runs: readonly ReadyRun[]): Promise<number> {
  const summaries = new Map<ReadyRun, RunSummary>();
  const codes: number[] = [];
  const interruption = listenForInterruption();
  for (const [i, ready] of runs.entries()) {
    const { flags, model } = ready;
    if (!flags.quiet) console.error(`Model ${i + 1} of ${runs.length}: ${model.id}`);
    const at = { number: i + 1, model: model.id };
    const files = {
      ...(flags.html !== undefined && { html: pathFor(flags.html, at) }),
      ...(flags.junit !== undefined && { junit: pathFor(flags.junit, at) }),
    };
    codes.push(
      await tried({ ...ready, interruption, flags: { ...flags, ...files }, onSummary: (summary) => summaries.set(ready, summary) }),
    );
    if (interruption.signals.drain.aborted) break;
  }
  interruption.dispose();
  const begun = codes.length;
  // The run that was in flight may have come to its end; what was not begun was interrupted all the same.
  if (begun < runs.length) codes.push(130);
  for (const { record } of runs.slice(begun)) console.error(`${record.model} was not begun. Ask it with: fathom resume ${record.id}`);
  if (runs[0]?.flags.json) console.log(JSON.stringify([...summaries.values()], null, 2));
  else if (summaries.size > 1) console.log(`\n${await sideBySide(summaries)}`);
  return codes.reduce((worst, code) => (FROM_BEST.indexOf(code) > FROM_BEST.indexOf(worst) ? code : worst), 0);
}

async function tried(ready: ReadyRun): Promise<number> {
  try {
    return await finishSession(ready);
  } catch (error) {
    return explainError(error);
  }
}

async function sideBySide(summaries: ReadonlyMap<ReadyRun, RunSummary>): Promise<string> {
  const rows: SideBySideRow[] = [];
  const [[first] = []] = summaries;
  for (const [ready, summary] of summaries) {
    const comparison = ready === first ? undefined : await compareRuns(compared(first!), compared(ready));
    rows.push({ summary, ...(comparison && { change: comparison.overall }) });
  }
  return renderSideBySide(rows, terminalStyle({ isTty: process.stdout.isTTY, columns: process.stdout.columns, env: process.env }));
}

const compared = ({ ledger, record }: ReadyRun) => ({ run: record, rows: ledger.rows(record.id) });

/** `out.html` → `out-2-openai-gpt-5.html`: each model's report is a file of its own. */
function pathFor(file: string, { number, model }: { readonly number: number; readonly model: string }): string {
  const { dir, name, ext } = parse(file);
  const word = model
    .replace(/^https?:\/\//, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(-60);
  return join(dir, `${name}-${number}-${word}${ext}`);
}
