/** The loopback server as a program; `--help` lists its flags. */
import { LOOPBACK_HELP, readLoopbackFlags } from './loopback-flags.ts';
import type { LoopbackOptions } from './loopback-options.ts';
import { startLoopbackServer } from './start-loopback-server.ts';

const MISUSE = 2;

/** Ends the program where there is nothing to serve. */
function optionsOrEnd(): LoopbackOptions {
  try {
    const options = readLoopbackFlags(process.argv.slice(2));
    if (options !== undefined) return options;
    process.stdout.write(LOOPBACK_HELP);
    process.exit();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n(see --help)\n`);
    process.exit(MISUSE);
  }
}

const server = await startLoopbackServer(optionsOrEnd());
process.stdout.write(`${server.url}/v1\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.stdout.write(`${JSON.stringify(server.stats)}\n`);
    void server.close();
  });
}
