import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../core/index.ts';
import { createMemoryLedger, openSqliteLedger } from '../store/index.ts';
import { executeRun } from './execute-run.ts';
import { createFakeModel, fakeOptions, fakeSamples, rowsOf, withRun } from './fake-run.fixture.ts';
import { answerByNumber } from './run-process.fixture.ts';

const PROGRAM = join(import.meta.dirname, 'run-process.fixture.ts');
const STORE = pathToFileURL(join(import.meta.dirname, '../store/index.ts')).href;
const KILLS = 10;
const samples = fakeSamples(300);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fathom-run-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Session {
  readonly asked: readonly string[];
  readonly recorded: readonly string[];
  readonly signal: unknown;
}

/** Runs the program and kills it (SIGKILL) when it has printed `killAfter` lines. */
async function session(path: string, killAfter: number): Promise<Session> {
  const child = spawn(process.execPath, [PROGRAM, STORE, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === killAfter) child.kill('SIGKILL');
  }
  const [, signal] = await closed;
  const ids = (word: string): readonly string[] => lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));
  return { asked: ids('asked '), recorded: ids('recorded '), signal };
}

async function open<T>(path: string, use: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openSqliteLedger(path);
  try {
    return await use(ledger);
  } finally {
    await ledger.close();
  }
}

/** The final table without the time of recording. */
async function table(ledger: Ledger): Promise<unknown> {
  return (await rowsOf(ledger)).map(({ sample, outcome }) => ({ sample, outcome: { ...outcome, recordedAt: '' } }));
}

describe('executeRun in a process that is killed again and again', () => {
  it('ends with the table of an undisturbed run, and asks for nothing twice that was recorded', async () => {
    const path = join(folder, 'ledger.db');
    await open(path, (ledger) => withRun(ledger, samples));
    const recordedIds = () => open(path, async (ledger) => (await rowsOf(ledger)).filter((row) => row.outcome).map((row) => row.sample.id));

    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = new Set(await recordedIds());
      const { asked, recorded, signal } = await session(path, 11 + 3 * kill);
      expect(signal).toBe('SIGKILL');
      expect(asked.filter((id) => before.has(id))).toEqual([]);
      const after = new Set(await recordedIds());
      expect(recorded.filter((id) => !after.has(id))).toEqual([]);
    }
    expect((await recordedIds()).length).toBeLessThan(samples.length);

    expect((await session(path, Infinity)).signal).toBeNull();
    const undisturbed = await withRun(createMemoryLedger(), samples);
    await executeRun(fakeOptions(undisturbed, createFakeModel(answerByNumber)));
    expect(await open(path, table)).toEqual(await table(undisturbed));
    expect((await open(path, (ledger) => ledger.run('r1')))?.status).toBe('complete');
  });
});
