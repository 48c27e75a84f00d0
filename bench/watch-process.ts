import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a watched process said and needed. */
export interface Watched {
  readonly wallMs: number;
  /** Highest resident memory seen, in bytes, in the order of the phases; the time before the first `phase` line is `start`. */
  readonly peaks: readonly { readonly phase: string; readonly bytes: number }[];
  readonly lines: readonly string[];
  /** Exit code; null after a signal. */
  readonly code: number | null;
}

const SAMPLE_EVERY_MS = 10;
const PHASE = /^phase (.+)$/;

/**
 * Runs a Node program and samples its resident memory from outside, so that a busy event loop hides nothing. A line `phase NAME` on its
 * stdout begins a phase; other lines are kept. `node`: another Node to run it. Rejects when the
 * program fails, unless it `mayFail`: then its errors are not shown.
 */
export function watchProcess(
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    readonly node?: string;
    readonly mayFail?: boolean;
  } = {},
): Promise<Watched> {
  const startMs = performance.now();
  const child = spawn(options.node ?? process.execPath, [...args], {
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', options.mayFail ? 'ignore' : 'inherit'],
  });
  const peaks = [{ phase: 'start', bytes: 0 }];
  const lines: string[] = [];
  const sample = () => {
    const bytes = child.pid === undefined ? undefined : residentBytes(child.pid);
    const current = peaks.at(-1)!;
    if (bytes !== undefined) current.bytes = Math.max(current.bytes, bytes);
  };
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  createInterface({ input: child.stdout! }).on('line', (line) => {
    sample();
    const phase = PHASE.exec(line)?.[1];
    if (phase === undefined) lines.push(line);
    else peaks.push({ phase, bytes: 0 });
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0 || options.mayFail) resolve({ wallMs: performance.now() - startMs, peaks, lines, code });
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}

/** Highest of all phases. */
export function peakBytes({ peaks }: Watched): number {
  return Math.max(...peaks.map(({ bytes }) => bytes));
}

/** Resident memory of a process. Undefined once it is gone. */
export function residentBytes(pid: number): number | undefined {
  try {
    if (process.platform === 'linux') {
      const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
    }
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024;
  } catch {
    return undefined;
  }
}
