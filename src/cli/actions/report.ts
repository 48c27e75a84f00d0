import { extname } from 'node:path';
import { FathomError, nearestName } from '../../core/index.ts';
import { aggregateRun } from '../../evaluate/index.ts';
import { gateExitCode, gateVerdicts, readGateRules } from '../gate-flags.ts';
import { findRun, withLedgerToRead } from '../ledger-path.ts';
import { findTasks } from '../wire.ts';
import { renderReport, REPORT_FORMATS, writeReport, type ReportFormat } from '../write-report.ts';

/** Renders a run in a format, to a file or to standard output. Gives the exit code: 1 when the run is below its gate. */
export async function report(name: string, flags: Readonly<Record<string, unknown>>): Promise<number> {
  const output = flags['output'] === undefined ? undefined : String(flags['output']);
  const format = formatOf(flags['format'], output);
  const rules = readGateRules(flags);
  const fontFiles = flags['font'] as readonly string[] | undefined;
  if (format === 'png' && output === undefined && process.stdout.isTTY) {
    throw new FathomError('misuse', 'A PNG is no text for a terminal.', { fix: 'Name a file: -o heat-map.png' });
  }
  const summary = await withLedgerToRead(flags, async (ledger) => {
    const run = await findRun(ledger, name);
    return aggregateRun(ledger, run, { families: (await findTasks(run.tasks)).families });
  });
  const verdicts = await gateVerdicts(summary, rules);
  const content = await renderReport(summary, format, { verdicts, ...(fontFiles && { fontFiles }) });
  if (output === undefined) process.stdout.write(content);
  else console.log(`Report: ${await writeReport(output, content)}`);
  return gateExitCode(verdicts, 0);
}

function formatOf(named: unknown, output: string | undefined): ReportFormat {
  const ending = output === undefined ? undefined : extname(output).slice(1);
  const asked = named === undefined ? (ending === 'xml' ? 'junit' : (ending ?? 'terminal')) : String(named);
  const format = REPORT_FORMATS.find((known) => known === asked);
  if (format) return format;
  const nearest = nearestName(asked, REPORT_FORMATS);
  throw new FathomError('misuse', `There is no report format "${asked}".`, {
    fix: `${nearest ? `Did you mean ${nearest}? ` : ''}Formats: ${REPORT_FORMATS.join(', ')}.`,
  });
}
