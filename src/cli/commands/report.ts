import type { Command } from 'commander';
import { addGateFlag } from '../gate-flags.ts';
import { addStoreFlag } from '../store-flag.ts';

const FORMATS = 'terminal, html, svg, png, csv, parquet, json, md, junit, leaderboard';

const EXAMPLES = `
Examples:
  fathom report                                   the latest run, in the terminal
  fathom report --format html -o report.html
  fathom report 20260131 --format csv > scores.csv
  fathom report -o run.parquet                    a row per sample, for notebooks
  fathom report RUN RUN --format leaderboard      several models in one table, for a README
  fathom report --figure length -o length.svg
  fathom report --format junit -o fathom.xml --fail-under 85 --fail-under single-retrieval=95
  fathom report --format png -o heat-map.png --font NotoSansSC.ttf`;

/** `fathom report [RUN…]` */
export function registerReport(program: Command): void {
  addGateFlag(addStoreFlag(program.command('report').description(`draw a run, or runs together: ${FORMATS}`)))
    .argument('[runs...]', 'ids of runs, their beginnings, or latest (default: latest)')
    .option('--format <format>', `${FORMATS} (default: by the ending of -o, .xml for junit, else terminal)`)
    .option('--json', 'same as --format json; with --format leaderboard its JSON')
    .option('-o, --output <file>', 'file to write (default: standard output); a leaderboard may be .md, .html, .csv or .json')
    .option('--per <row>', 'csv, parquet: a row per cell (default for csv) or per sample (default for parquet)')
    .option('--by <group>', 'terminal, html: scores by ability, scope, diffusion, language or tag (json has them all)')
    .option('--figure <figure>', 'svg, png: heat-maps, tasks, length, depth, needles, hops, kinds, radar (default: heat-maps, else tasks)')
    .option('--font <file...>', 'png: font files, for Chinese labels')
    .option('-q, --quiet', 'as for run: a report shows no progress anyway')
    .addHelpText('after', EXAMPLES)
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { report } = await import('../actions/report.ts');
      process.exitCode = await report(names, flags);
    });
}
