import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The real bin of this checkout. */
const BIN = fileURLToPath(new URL('../bin/fathom.js', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface FathomOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs it as another user. */
  readonly user?: { readonly uid?: number; readonly gid?: number };
  /** No file may grow beyond this: a disk that fills up. Not on Windows. */
  readonly fileLimitKilobytes?: number;
  /** Gets the running process, to send it signals. */
  readonly onStart?: (child: ChildProcess) => void;
  readonly onStderr?: (text: string) => void;
}

/** Runs the program as a user does, in a folder of its own, with no key and no colour in the environment. */
export function fathom(args: readonly string[], options: FathomOptions): Promise<Finished> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: options.cwd, FATHOM_CACHE: `${options.cwd}/cache`, NO_COLOR: '1', ...options.env };
  return new Promise((resolve, reject) => {
    const [command, ...words] = limited([process.execPath, BIN, ...args], options.fileLimitKilobytes);
    const child = spawn(command!, words, { cwd: options.cwd, env, ...options.user, stdio: ['ignore', 'pipe', 'pipe'] });
    options.onStart?.(child);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      options.onStderr?.(text);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** POSIX counts the limit in blocks of 512 bytes. */
function limited(words: readonly string[], kilobytes: number | undefined): readonly string[] {
  return kilobytes === undefined ? words : ['sh', '-c', `ulimit -f ${kilobytes * 2}; exec "$0" "$@"`, ...words];
}
