import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { seededRandom, type PythonRandom } from '../src/core/index.ts';
import { readLedgerCopy } from './ledger-copy.ts';
import { workplace } from './workplace.ts';

const { fathom, log, path, requests, serve } = workplace();

const SAMPLES = 44;
const ASKED = ['needlebench/single-retrieval', '--lengths', '1k', '--repeats', '4', '--languages', 'en', '--quiet', '--json', '--no-floor'];
const sampleOf = (attemptId: string | undefined) => /^[^/]+\/(.+)\/[\d.]+$/.exec(attemptId!)![1]!;

/** Resumes without the trouble: the run completes, and of the samples that were `recorded` none is asked again. */
async function goesOn(store: string, recorded: readonly string[]): Promise<void> {
  const before = log().length;
  const resumed = await fathom(['resume', '--store', store, '--quiet', '--json', '--no-floor']);
  expect(resumed).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(resumed.stdout)).toMatchObject({ status: 'complete', pending: 0, overall: { n: SAMPLES } });
  const asked = log()
    .slice(before)
    .map(({ attemptId }) => sampleOf(attemptId));
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
  expect(asked.filter((sampleId) => recorded.includes(sampleId))).toEqual([]);
  expect(asked.length).toBe(SAMPLES - recorded.length);
}

const recordedIn = (store: string) => (readLedgerCopy(store)?.outcomes ?? []).map(({ sampleId }) => sampleId);

describe('trouble with the ledger’s files: a plain error, exit code 3, and nothing recorded is lost', () => {
  test.skipIf(process.platform === 'win32')('a disk that fills up in the middle (a limit on the size of files)', async () => {
    const store = path('full');
    const model = await serve({ latencyMs: 5 });
    const args = ['run', ...ASKED, '--model', model, '--concurrency', '2'];
    const full = await fathom([...args, '--store', store], { fileLimitKilobytes: 500 });
    expect(full).toMatchObject({ code: 3, stderr: expect.stringMatching(/ledger\.sqlite .*(room on the disk|read or written)/) });
    const recorded = recordedIn(store);
    expect(recorded.length).toBeGreaterThan(0);
    expect(recorded.length).toBeLessThan(SAMPLES);
    await goesOn(store, recorded);
    // A disk without room for the plan takes nothing of it.
    const none = await fathom([...args, '--store', path('none')], { fileLimitKilobytes: 60 });
    expect(none).toMatchObject({ code: 3, stderr: expect.stringContaining('ledger.sqlite') });
  });

  test('a database that another program keeps locked', async () => {
    const store = path('locked');
    const model = await serve({ latencyMs: 5 });
    const running = fathom(['run', ...ASKED, '--model', model, '--concurrency', '1', '--store', store]);
    await requests(5);
    const other = new DatabaseSync(join(store, 'ledger.sqlite'), { timeout: 5000 });
    other.exec('BEGIN IMMEDIATE');
    expect(await running).toMatchObject({ code: 3, stderr: expect.stringContaining('is locked by another process') });
    other.exec('ROLLBACK');
    other.close();
    await goesOn(store, recordedIn(store));
  });

  test('a write-ahead log that is torn at its end: what stands before the tear is kept', async () => {
    const model = await serve({ latencyMs: 5 });
    const store = path('torn-log');
    await fathom(['run', ...ASKED, '--model', model, '--concurrency', '2', '--store', store], {
      onStart: (child) => void requests(30).then(() => child.kill('SIGKILL')),
    });
    const recorded = recordedIn(store);
    const random = seededRandom(0, 'torn');
    const kept = [0.3, 0.8, 0.9].map((share) => {
      const torn = tornLog(store, path(`torn-log-${share}`), share + 0.1 * random.random());
      return { torn, outcomes: recordedIn(torn) };
    });
    for (const { outcomes } of kept) expect(outcomes.filter((sampleId) => !recorded.includes(sampleId))).toEqual([]);
    expect(kept.at(-1)!.outcomes.length).toBeGreaterThan(kept[1]!.outcomes.length);
    await goesOn(kept.at(-1)!.torn, kept.at(-1)!.outcomes);
  });

  test('a database with damaged pages, or without its end', async () => {
    const model = await serve();
    const store = path('whole');
    await fathom(['run', ...ASKED, '--model', model, '--store', store]);
    const whole = await fathom(['report', '--format', 'csv', '--store', store]);
    const bytes = readFileSync(join(store, 'ledger.sqlite'));
    const random = seededRandom(0, 'damage');
    const damaged = [2, 3, 4, 5, 6, 8, 12, 16].map((page) => withDamagedPage(bytes, { page, random }));
    const codes = [];
    for (const [i, content] of [bytes.subarray(0, bytes.length >> 1), ...damaged].entries()) {
      mkdirSync(path(`damaged-${i}`));
      writeFileSync(path(`damaged-${i}/ledger.sqlite`), content);
      const { code, stdout, stderr } = await fathom(['report', '--format', 'csv', '--store', path(`damaged-${i}`)]);
      expect(stderr).not.toMatch(/bug in Fathom|\n\s+at /);
      expect([code, stderr]).toEqual([
        expect.toBeOneOf([0, 3]),
        expect.stringMatching(/^$|ledger(\.sqlite|) (is damaged|is not|holds a row)/),
      ]);
      // What can be read is all of it, or it is not read: never another table.
      expect(code === 0 ? stdout : whole.stdout).toBe(whole.stdout);
      codes.push(code);
    }
    expect(codes[0]).toBe(3);
    expect(codes.filter((code) => code === 3).length).toBeGreaterThan(1);
  });
});

/** A copy of a ledger whose log ends early, with what a broken sector may leave behind it. */
function tornLog(store: string, copy: string, share: number): string {
  cpSync(store, copy, { recursive: true });
  const file = join(copy, 'ledger.sqlite-wal');
  const bytes = readFileSync(file);
  writeFileSync(file, Buffer.concat([bytes.subarray(0, Math.floor(bytes.length * share)), Buffer.alloc(5000, 0x5a)]));
  return copy;
}

const PAGE_BYTES = 4096;

/** A page of the database overwritten with noise. */
function withDamagedPage(bytes: Uint8Array, { page, random }: { readonly page: number; readonly random: PythonRandom }): Uint8Array {
  const noise = Uint8Array.from({ length: PAGE_BYTES }, () => random.below(256));
  const damaged = Uint8Array.from(bytes);
  damaged.set(noise, page * PAGE_BYTES);
  return damaged;
}
