import { FathomError, type LedgerRow } from '../../core/index.ts';
import {
  compareRuns,
  renderComparisonJson,
  renderComparisonMarkdown,
  renderComparisonTerminal,
  terminalStyle,
} from '../../report/index.ts';
import { findRun, withLedgerToRead } from '../ledger-path.ts';

/** Prints the paired comparison of two runs. */
export async function compare(names: readonly [string, string], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const format = flags['json'] ? 'json' : String(flags['format']);
  if (!['terminal', 'md', 'json'].includes(format)) {
    throw new FathomError('misuse', `There is no format "${format}" for a comparison.`, { fix: 'Use terminal, md or json.' });
  }
  await withLedgerToRead(flags, async (ledger) => {
    const runs = await Promise.all(names.map((name) => findRun(ledger, name)));
    const [first, second] = await Promise.all(
      runs.map(async (run) => ({ run, rows: await Array.fromAsync<LedgerRow>(ledger.rows(run.id)) })),
    );
    const comparison = await compareRuns(first!, second!);
    if (format === 'json') return process.stdout.write(renderComparisonJson(comparison));
    if (format === 'md') return process.stdout.write(renderComparisonMarkdown(comparison));
    const style = terminalStyle({ isTty: process.stdout.isTTY, columns: process.stdout.columns, env: process.env });
    return console.log(await renderComparisonTerminal(comparison, style));
  });
}
