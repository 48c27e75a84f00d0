import { FathomError, type Json } from '../../core/index.ts';
import type { RunWorkers } from '../../server/index.ts';
import { isLocked } from '../run-lock.ts';
import type { ParentMessage } from '../tell-parent.ts';
import { formArgv, modelsOf } from './form-argv.ts';
import { createTurnstile } from './turnstile.ts';
import { beginProcess, type WorkerProcess } from './worker-process.ts';

/** Where runs are, and how Fathom is started. */
export interface RunWorkersOptions {
  /** Folder of the ledger. */
  readonly folder: string;
  /** What Node runs: this very program. */
  readonly program: string;
}

/** `RunWorkers` that can be waited for. */
export interface ProcessWorkers extends RunWorkers {
  /** Asks all of them to finish what is in flight and waits; gives how many there were. A second time: stops at once. What only plans is ended. */
  finish(): Promise<number>;
}

/** Plans made at a time: each takes a core, and the memory of its prompts. */
const PLANS_AT_ONCE = 2;

/** Exit codes that say no more than the run's own state: done, below a gate, incomplete, interrupted. */
const QUIET_CODES: ReadonlySet<number | null> = new Set([0, 1, 4, 130]);

/**
 * Works on runs in processes of their own, the same as in a terminal: what a run does there, it does here, and a run that fails takes nothing with it.
 * Pausing is Ctrl-C, going on is `fathom resume`. Runs of several models that were started together share a process: pausing one pauses all.
 */
export function createRunWorkers({ folder, program }: RunWorkersOptions): ProcessWorkers {
  const working = new Map<string, WorkerProcess>();
  const processes = new Set<WorkerProcess>();
  const planning = new Set<WorkerProcess>();
  const paused = new WeakSet<WorkerProcess>();
  const draining = new Map<WorkerProcess, () => void>();
  const closing = new AbortController();
  const failures = new Map<string, string>();
  const inTurn = createTurnstile(PLANS_AT_ONCE);

  /** Follows a process: `ids` are its runs, in the order of their turns; the last that began its turn is the one that may fail. */
  const begin = (argv: readonly string[], ids: string[], onBegin?: () => void): WorkerProcess => {
    let turn = -1;
    const onMessage = (message: ParentMessage): void => {
      if (message.type === 'run-begins') {
        ids.push(message.run);
        keep(message.run);
        onBegin?.();
      } else if (message.type === 'run-works') {
        turn = ids.indexOf(message.run);
        ids.slice(0, turn).forEach(leave);
      } else if (message.type === 'drains') {
        draining.get(worker)?.();
      } else {
        const failed = ids[Math.max(0, turn)];
        if (failed !== undefined) failures.set(failed, words(worker.problem()));
      }
    };
    closing.signal.throwIfAborted();
    const worker = beginProcess([program, ...argv, `--store=${folder}`], { onMessage });
    const keep = (id: string) => {
      working.set(id, worker);
      failures.delete(id);
    };
    const leave = (id: string) => {
      if (working.get(id) === worker) working.delete(id);
    };
    ids.forEach(keep);
    processes.add(worker);
    const forget = async () => {
      const code = await worker.ended;
      processes.delete(worker);
      ids.forEach(leave);
      const last = ids[Math.max(0, turn)];
      const isNews = !QUIET_CODES.has(code) && !paused.has(worker);
      if (isNews && last !== undefined && !failures.has(last)) failures.set(last, words(worker.problem()));
    };
    void forget();
    return worker;
  };

  return {
    async plan(form, signal) {
      const argv = [program, ...formArgv('plan', form), '--json'];
      const wanted = AbortSignal.any([signal, closing.signal]);
      return inTurn(() => planned(argv, { signal: wanted, planning }), wanted);
    },
    async start(form) {
      const expected = modelsOf(form);
      const argv = [...formArgv('run', form), ...(form.confirmed ? ['--yes'] : [])];
      const ids: string[] = [];
      const begun = Promise.withResolvers<void>();
      const worker = begin(argv, ids, () => ids.length >= expected && begun.resolve());
      await Promise.race([begun.promise, worker.ended]);
      if (ids.length > 0) return ids;
      throw worker.problem();
    },
    async resume(id) {
      if (working.has(id) || isLocked(folder, id)) throw new FathomError('misuse', 'A process is working on this run already.');
      begin(['resume', id, '--yes'], [id]);
    },
    async pause(id) {
      const worker = working.get(id);
      if (worker) {
        paused.add(worker);
        const heard = new Promise<void>((resolve) => draining.set(worker, resolve));
        worker.kill('SIGINT');
        // From here on it begins nothing new.
        await Promise.race([heard, worker.ended]);
        draining.delete(worker);
        return;
      }
      throw new FathomError('misuse', 'This dashboard does not work on that run.', {
        fix: isLocked(folder, id) ? 'It runs in another terminal: press Ctrl-C there.' : 'Nobody works on it.',
      });
    },
    workerOf: (id) => (working.has(id) ? 'here' : isLocked(folder, id) ? 'elsewhere' : null),
    failureOf: (id) => failures.get(id) ?? null,
    async finish() {
      closing.abort(new FathomError('incomplete', 'The dashboard is ending.'));
      const all = [...processes];
      for (const worker of all) {
        paused.add(worker);
        worker.kill('SIGINT');
      }
      await Promise.all([...all, ...planning].map(({ ended }) => ended));
      return all.length;
    },
  };
}

/** Nobody waits for a plan any more when its page has moved on: its process ends at once. */
async function planned(
  argv: readonly string[],
  { signal, planning }: { readonly signal: AbortSignal; readonly planning: Set<WorkerProcess> },
): Promise<Json> {
  const worker = beginProcess(argv, { output: true });
  const stop = () => worker.kill('SIGKILL');
  planning.add(worker);
  signal.addEventListener('abort', stop, { once: true });
  const code = await worker.ended;
  signal.removeEventListener('abort', stop);
  planning.delete(worker);
  signal.throwIfAborted();
  if (code !== 0) throw worker.problem();
  try {
    return JSON.parse(worker.output()) as Json;
  } catch (cause) {
    throw new FathomError('data', 'What was planned cannot be read.', { cause });
  }
}

const words = ({ message, fix }: FathomError): string => (fix === undefined ? message : `${message}\n${fix}`);
