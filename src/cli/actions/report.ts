import { FathomError, type Ledger, type RunRecord } from '../../core/index.ts';
import { aggregateRun, isCompanion } from '../../evaluate/index.ts';
import {
  leaderboard,
  renderLeaderboard,
  visibleLine,
  type GateVerdict,
  type LeaderboardEntry,
  type RunSummary,
} from '../../report/index.ts';
import { gateExitCode, gateVerdicts } from '../gate-flags.ts';
import { findRun, withLedgerToRead } from '../ledger-path.ts';
import { readReportFlags, type ReportFlags } from '../report-flags.ts';
import { findTasks } from '../wire.ts';
import { writeCells, writeSamples } from '../write-data.ts';
import { renderReport, writeReport } from '../write-report.ts';

/** Reports on runs in a format, to a file or to standard output. Gives the exit code: 1 when the run is below its gate. */
export async function report(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<number> {
  const asked = readReportFlags(flags);
  return withLedgerToRead(flags, async (ledger) => {
    const runs = await Promise.all((names.length > 0 ? names : ['latest']).map((name) => findRun(ledger, name)));
    if (asked.rules.length > 0) onlyOne(runs);
    if (asked.kind === 'rows' && asked.per === 'sample') {
      said(await writeSamples(ledger, runs, asked));
      if (asked.rules.length === 0) return 0;
    }
    if (asked.kind === 'leaderboard') return writeLeaderboard(ledger, runs, asked);
    const run = onlyOne(runs);
    const summary = await summaryOf(ledger, run);
    const verdicts = await gateVerdicts(summary, asked.rules);
    said(await writeRun({ run, summary, verdicts }, asked));
    return gateExitCode(verdicts, 0);
  });
}

interface Reported {
  readonly run: RunRecord;
  readonly summary: RunSummary;
  readonly verdicts: readonly GateVerdict[];
}

async function writeRun(
  { run, summary, verdicts }: Reported,
  asked: Exclude<ReportFlags, { readonly kind: 'leaderboard' }>,
): Promise<string | undefined> {
  if (asked.kind === 'rows') return asked.per === 'cell' ? writeCells(run, summary, asked) : undefined;
  const content = await renderReport(summary, asked.format, { ...asked, verdicts });
  if (asked.output !== undefined) return writeReport(asked.output, content);
  return void process.stdout.write(content);
}

/** The table of the runs; one that was asked together with others brings them along. */
async function writeLeaderboard(ledger: Ledger, named: readonly RunRecord[], asked: ReportFlags & { readonly kind: 'leaderboard' }) {
  const runs = named.length > 1 ? [...new Map(named.map((run) => [run.id, run])).values()] : await groupOf(ledger, named[0]!);
  const entries: LeaderboardEntry[] = [];
  for (const run of runs) entries.push({ run, rows: ledger.rows(run.id), summary: await summaryOf(ledger, run) });
  const board = await leaderboard(entries);
  for (const { model, run, doubts } of board.rows)
    for (const doubt of doubts) console.error(`Careful: ${visibleLine(model)} (${run}): ${doubt}.`);
  const content = renderLeaderboard(board, asked.format);
  if (asked.output === undefined) process.stdout.write(content);
  else said(await writeReport(asked.output, content));
  return 0;
}

async function groupOf(ledger: Ledger, run: RunRecord): Promise<readonly RunRecord[]> {
  const { group } = run.options;
  if (group === undefined || isCompanion(run.id)) return [run];
  return (await ledger.runs()).filter(({ id, options }) => options['group'] === group && !isCompanion(id)).toReversed();
}

async function summaryOf(ledger: Ledger, run: RunRecord): Promise<RunSummary> {
  return aggregateRun(ledger, run, { families: (await findTasks(run.tasks)).families });
}

function onlyOne(runs: readonly RunRecord[]): RunRecord {
  if (runs.length === 1) return runs[0]!;
  throw new FathomError('misuse', 'This format shows one run.', {
    fix: 'Several together: --format leaderboard; or csv and parquet with --per sample (without --fail-under).',
  });
}

function said(path: string | undefined): void {
  if (path !== undefined) console.log(`Report: ${path}`);
}
