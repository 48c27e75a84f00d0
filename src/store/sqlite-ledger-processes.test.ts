import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleOutcome, exampleRun, exampleSample } from '../testing/ledger-examples.ts';
import { openSqliteLedger } from './index.ts';

const WRITER = join(import.meta.dirname, 'ledger-writer.fixture.ts');
const SAMPLES = 400;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fathom-ledger-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function newLedger(name: string): Promise<string> {
  const path = join(folder, name);
  const ledger = await openSqliteLedger(path);
  const samples = Array.from({ length: SAMPLES }, (_, i) => exampleSample(`s/${i}`));
  await ledger.createRun(exampleRun('r1'), samples);
  await ledger.close();
  return path;
}

function startWriter(path: string, args: readonly number[]): ChildProcess {
  return spawn(process.execPath, [WRITER, path, JSON.stringify(exampleOutcome('')), ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Ids that the writer reported; kills it with SIGKILL after `killAfter` of them. */
async function reported(child: ChildProcess, killAfter: number): Promise<{ ids: readonly string[]; signal: unknown }> {
  const ids: string[] = [];
  const closed = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout! })) {
    ids.push(line);
    if (ids.length === killAfter) child.kill('SIGKILL');
  }
  const [, signal] = await closed;
  return { ids, signal };
}

async function outcomesIn(path: string): Promise<readonly string[]> {
  const ledger = await openSqliteLedger(path);
  const ids: string[] = [];
  for await (const { outcome } of ledger.rows('r1')) {
    if (!outcome) continue;
    expect(outcome).toEqual(exampleOutcome(outcome.sampleId));
    ids.push(outcome.sampleId);
  }
  await ledger.close();
  return ids;
}

describe('a ledger file shared by processes', () => {
  it('holds every outcome that a process reported before it was killed', async () => {
    const path = await newLedger('killed.db');
    const all: string[] = [];
    for (const batch of [1, 5, 20]) {
      const { ids, signal } = await reported(startWriter(path, [batch, 0, 1]), 60);
      expect(signal).toBe('SIGKILL');
      const stored = new Set(await outcomesIn(path));
      all.push(...ids);
      expect(all.filter((id) => !stored.has(id))).toEqual([]);
    }
    const last = await reported(startWriter(path, [10, 0, 1]), Infinity);
    expect(last.signal).toBeNull();
    expect(await outcomesIn(path)).toEqual(Array.from({ length: SAMPLES }, (_, i) => `s/${i}`));
    // No id is reported twice: what was recorded is pending no more.
    expect(new Set([...all, ...last.ids]).size).toBe(all.length + last.ids.length);
  });

  it('takes writes of two processes at a time', async () => {
    const path = await newLedger('shared.db');
    const writers = await Promise.all([0, 1].map((part) => reported(startWriter(path, [4, part, 2]), Infinity)));
    expect(writers.map((writer) => writer.signal)).toEqual([null, null]);
    expect(writers.map((writer) => writer.ids.length)).toEqual([SAMPLES / 2, SAMPLES / 2]);
    expect(await outcomesIn(path)).toEqual(Array.from({ length: SAMPLES }, (_, i) => `s/${i}`));
  });
});
