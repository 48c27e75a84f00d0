import { spawn, type ChildProcess } from 'node:child_process';
import { FathomError, type Json } from '../../core/index.ts';
import type { RunWorkers, StartForm } from '../../server/index.ts';
import { begunRuns } from '../run-begins.ts';
import { isLocked } from '../run-lock.ts';
import { formArgv } from './form-argv.ts';

/** Where runs are, and how Fathom is started. */
export interface RunWorkersOptions {
  /** Folder of the ledger. */
  readonly folder: string;
  /** What Node runs: this very program. */
  readonly program: string;
}

/** Characters kept of what a process says on standard error: its last words. */
const LAST_WORDS = 4000;

interface Worker {
  readonly child: ChildProcess;
  /** What it said on standard error, the end of it. */
  said(): string;
  readonly ended: Promise<number | null>;
}

/** `RunWorkers` that can be waited for. */
export interface ProcessWorkers extends RunWorkers {
  /** Asks all of them to finish what is in flight and waits; gives how many there were. */
  finish(): Promise<number>;
}

/**
 * Works on runs in processes of their own, the same as in a terminal: what a run does there, it does here, and a run that fails takes nothing with it.
 * Pausing is Ctrl-C, going on is `fathom resume`.
 */
export function createRunWorkers({ folder, program }: RunWorkersOptions): ProcessWorkers {
  const working = new Map<string, Worker>();
  const failures = new Map<string, string>();

  const begin = (argv: readonly string[]): Worker => beginProcess([program, ...argv]);
  const keep = (id: string, worker: Worker): void => {
    working.set(id, worker);
    failures.delete(id);
    void forgetAtEnd(id, worker);
  };

  const forgetAtEnd = async (id: string, worker: Worker): Promise<void> => {
    const code = await worker.ended;
    if (working.get(id) === worker) working.delete(id);
    if (code !== 0 && code !== 130 && code !== 4) failures.set(id, lastWords(worker.said()));
  };

  return {
    async plan(form) {
      const worker = beginProcess([program, ...formArgv('plan', form), '--json'], { output: true });
      if ((await worker.ended) !== 0) throw new FathomError('misuse', lastWords(worker.said()));
      return JSON.parse(worker.output()) as Json;
    },
    async start(form: StartForm) {
      const worker = begin([...formArgv('run', form), `--store=${folder}`, '--yes']);
      const { model } = form.flags;
      const ids = await untilBegun(worker, Array.isArray(model) ? model.length : 1);
      for (const id of ids) keep(id, worker);
      return ids;
    },
    async resume(id) {
      if (working.has(id) || isLocked(folder, id)) throw new FathomError('misuse', 'A process is working on this run already.');
      keep(id, begin(['resume', id, `--store=${folder}`, '--yes']));
    },
    async pause(id) {
      const worker = working.get(id);
      if (worker) return void worker.child.kill('SIGINT');
      throw new FathomError('misuse', 'This dashboard does not work on that run.', {
        fix: isLocked(folder, id) ? 'It runs in another terminal: press Ctrl-C there.' : 'Nobody works on it.',
      });
    },
    workerOf: (id) => (working.has(id) ? 'here' : isLocked(folder, id) ? 'elsewhere' : null),
    failureOf: (id) => failures.get(id) ?? null,
    async finish() {
      const all = [...new Set(working.values())];
      for (const { child } of all) child.kill('SIGINT');
      await Promise.all(all.map(({ ended }) => ended));
      return all.length;
    },
  };
}

function beginProcess(argv: readonly string[], { output = false }: { readonly output?: boolean } = {}): Worker & { output(): string } {
  const child = spawn(process.execPath, [...argv], {
    stdio: ['ignore', output ? 'pipe' : 'ignore', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let [out, said] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-LAST_WORDS)));
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      said += error.message;
      resolve(null);
    });
    child.on('close', (code) => resolve(code));
  });
  return { child, said: () => said, output: () => out, ended };
}

/** Waits until the process has named its runs, one per model: they are in the ledger then. */
async function untilBegun(worker: Worker, expected: number): Promise<readonly string[]> {
  const begun = new Promise<readonly string[]>((resolve) => {
    worker.child.stderr?.on('data', () => {
      const ids = begunRuns(worker.said());
      if (ids.length >= expected) resolve(ids);
    });
  });
  const ids = await Promise.race([begun, worker.ended.then(() => begunRuns(worker.said()))]);
  if (ids.length > 0) return ids;
  throw new FathomError('misuse', lastWords(worker.said()));
}

/** What a process said at its end, without the name that stands before it. */
function lastWords(said: string): string {
  const at = said.lastIndexOf('fathom: ');
  return (at < 0 ? said : said.slice(at + 'fathom: '.length)).trim() || 'The process ended without a word.';
}
