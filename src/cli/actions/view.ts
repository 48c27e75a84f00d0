import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../server/index.ts';
import { loadAssets } from '../dashboard/load-assets.ts';
import { createRunWorkers, type ProcessWorkers } from '../dashboard/run-workers.ts';
import { createSummaryStore } from '../summary-store.ts';
import { dashboardServices } from '../dashboard/services.ts';
import { findMainRun, storeFolder, withLedgerToRead } from '../ledger-path.ts';
import { parseWhole } from '../parse-numbers.ts';

/** Serves the dashboard until Ctrl-C. Gives the exit code. */
export async function view(name: string | undefined, flags: Readonly<Record<string, unknown>>): Promise<number> {
  const assets = loadAssets();
  return withLedgerToRead(flags, async (ledger) => {
    const path = name === undefined ? '/' : `/runs/${encodeURIComponent((await findMainRun(ledger, name)).id)}`;
    const summaries = createSummaryStore(storeFolder(flags));
    summaries.keepOnly((await ledger.runs()).map(({ id }) => id));
    const folder = storeFolder(flags);
    const workers = createRunWorkers({ folder, program: launcher() });
    const server = await startServer(dashboardServices({ ledger, assets, summaries, ...(isWritable(folder) && { workers }) }), {
      port: parseWhole(String(flags['port']), { name: 'port', min: 0, max: 65_535 }),
    });
    const address = server.link(path);
    if (flags['json']) console.log(JSON.stringify({ url: address, origin: server.origin, token: server.token }));
    else console.log(`Fathom is at ${address}\nCtrl-C ends it.`);
    await interrupted();
    await server.close();
    await finishWork(workers);
    return 0;
  });
}

/** Whether runs can be started and changed: the ledger and its folder can be written. */
function isWritable(folder: string): boolean {
  try {
    for (const path of [folder, join(folder, 'ledger.sqlite')]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Until Ctrl-C or a request to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** Runs that were started here finish what is in flight; a second Ctrl-C stops them at once. */
async function finishWork(workers: ProcessWorkers): Promise<void> {
  const ended = workers.finish();
  const again = () => void workers.finish();
  process.on('SIGINT', again);
  const note = setTimeout(() => console.error('Runs finish what is in flight; Ctrl-C again stops them at once.'), 300);
  await ended;
  clearTimeout(note);
  process.off('SIGINT', again);
}

/** `src/cli/actions` is one level deeper than `dist/bin`. */
function launcher(): string {
  const source = import.meta.url.endsWith('/src/cli/actions/view.ts');
  return fileURLToPath(new URL(source ? '../../../bin/fathom.js' : '../../bin/fathom.js', import.meta.url));
}
