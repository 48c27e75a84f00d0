import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/fathom.js', import.meta.url));

/** A running `fathom view`. */
export interface ViewProcess {
  readonly pid: number;
  readonly origin: string;
  readonly token: string;
  /** An address of the app, with the token behind `#`. */
  link(path: string): string;
  /** What it said on standard error. */
  said(): string;
  /** Ends it as Ctrl-C does. */
  close(): Promise<void>;
}

/** Starts the real `fathom view` on the ledger in `store`. Rejects with what it said when it ends at once. */
export async function startView({ store, cwd }: { readonly store: string; readonly cwd: string }): Promise<ViewProcess> {
  const child = spawn(process.execPath, [BIN, 'view', '--store', store, '--port', '0', '--json'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, FATHOM_CACHE: `${cwd}/cache`, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
    ended.then(() => undefined),
  ]);
  if (line === undefined) throw new Error(`fathom view ended: ${said}`);
  const { origin, token } = JSON.parse(line) as { readonly origin: string; readonly token: string };
  return {
    pid: child.pid!,
    origin,
    token,
    link: (path) => `${origin}${path}#token=${token}`,
    said: () => said,
    async close() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
