import type { Command } from 'commander';
import { addGateFlag } from '../gate-flags.ts';
import { addStoreFlag } from '../store-flag.ts';

const EXAMPLES = `
Examples:
  fathom report                                   the latest run, in the terminal
  fathom report --format html -o report.html
  fathom report 20260131 --format csv > scores.csv
  fathom report --format junit -o fathom.xml --fail-under 85 --fail-under single-retrieval=95
  fathom report --format png -o heat-map.png --font NotoSansSC.ttf`;

/** `fathom report [RUN]` */
export function registerReport(program: Command): void {
  addGateFlag(addStoreFlag(program.command('report').description('draw a run: terminal, html, svg, png, csv, json, md, junit')))
    .argument('[run]', 'id of the run, its beginning, or latest', 'latest')
    .option(
      '--format <format>',
      'terminal, html, svg, png, csv, json, md, junit (default: by the ending of -o, .xml for junit, else terminal)',
    )
    .option('-o, --output <file>', 'file to write (default: standard output)')
    .option('--font <file...>', 'png: font files, for Chinese labels')
    .option('-q, --quiet', 'as for run: a report shows no progress anyway')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, flags: Readonly<Record<string, unknown>>) => {
      const { report } = await import('../actions/report.ts');
      process.exitCode = await report(name, flags);
    });
}
