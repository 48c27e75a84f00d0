import { spawn } from 'node:child_process';
import { FathomError } from '../../core/index.ts';
import type { ParentMessage } from '../tell-parent.ts';

/** A process of this very program that works for the dashboard. */
export interface WorkerProcess {
  /** The exit code; null where a signal ended it, and where it did not start. */
  readonly ended: Promise<number | null>;
  /** What it wrote on standard output, where that is kept. */
  output(): string;
  /** What went wrong, in its own words. */
  problem(): FathomError;
  kill(signal: 'SIGINT' | 'SIGKILL'): void;
}

/** `output`: standard output is kept. */
export interface WorkerProcessOptions {
  readonly output?: boolean;
  readonly onMessage?: (message: ParentMessage) => void;
}

/** Characters kept of what a process says on standard error: its last words. */
const LAST_WORDS = 4000;

/** Starts Node on some words. A process that cannot be started ends at once, and its problem says why. */
export function beginProcess(argv: readonly string[], { output = false, onMessage }: WorkerProcessOptions = {}): WorkerProcess {
  const child = spawn(process.execPath, [...argv], {
    stdio: ['ignore', output ? 'pipe' : 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NO_COLOR: '1' },
    // A group of its own: Ctrl-C in the terminal is the dashboard's, which asks its workers once.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let [out, said] = ['', ''];
  let failed: FathomError | undefined;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-LAST_WORDS)));
  child.on('message', (message: ParentMessage) => {
    if (message.type === 'failed') {
      const { code = 'misuse', fix } = message;
      failed = new FathomError(code, message.message, fix === undefined ? {} : { fix });
    }
    onMessage?.(message);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      said += error.message;
      // It may be a signal that could not be sent; a process that never was will not close.
      if (child.pid === undefined) resolve(null);
    });
    child.on('close', (code) => resolve(code));
  });
  return {
    ended,
    output: () => out,
    problem: () => failed ?? new FathomError('misuse', said.trim() || 'The process ended without a word.'),
    kill: (signal) => void child.kill(signal),
  };
}
