import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './built-package.ts';

/** The loopback server as a process of its own. */
export interface LoopbackProcess {
  /** Base URL with `/v1`. */
  readonly url: string;
  /** Ends it and gives its last line, its counters. */
  stop(): Promise<string>;
}

/** Starts it on a free port. `flags`: see its program. */
export async function startLoopbackProcess(flags: readonly string[] = []): Promise<LoopbackProcess> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'src/testing/loopback-server/main.ts'), ...(flags.includes('--port') ? [] : ['--port', '0']), ...flags],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const [url] = (await once(reader, 'line')) as [string];
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
      return lines.at(-1) ?? '';
    },
  };
}
