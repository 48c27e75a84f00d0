import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  double,
  integer,
  jsonValue,
  option,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, LedgerRow, Outcome, RunEntry } from '../../core/index.ts';
import { EXAMPLE_ENTRIES, exampleOutcome, exampleRun, exampleSample } from '../../testing/ledger-examples.ts';
import { createMemoryLedger } from '../memory-ledger.ts';
import { openSqliteLedger } from '../open-sqlite-ledger.ts';
import { importRunFiles } from './import-run-files.ts';
import { failure, ledgerOf, runFileFolder, writeAll } from './run-file.fixture.ts';
import { runLines } from './run-lines.ts';
import { writeRunFile } from './write-run-file.ts';

const { folder, fresh } = runFileFolder();

/** Any text that JSON carries, lone surrogates and controls included. */
const anyText = string({ unit: 'binary', maxLength: 20 });
const wellFormed = string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

const anyJson = (maxDepth: number) => jsonValue({ maxDepth }).map((value) => value as Json);

const anyOutcome = record({
  attempts: integer({ min: 0, max: 9 }),
  text: anyText,
  raw: anyJson(3),
  latencyMs: double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  result: constantFrom<Outcome['result'][]>(
    { status: 'ok', score: { value: 0.5, mode: 'corrected', metric: 'keyword', why: '\ud800' } },
    { status: 'error', reason: 'context', detail: 'too \u0000 long' },
  ),
});

const anyRun = record({
  ids: uniqueArray(wellFormed, { maxLength: 6 }),
  options: dictionary(
    anyText.filter((key) => key !== '__proto__'),
    anyJson(2).filter((value) => !JSON.stringify(value).includes('__proto__')),
    { maxKeys: 3 },
  ),
  seed: integer(),
  outcomes: array(option(anyOutcome), { minLength: 6, maxLength: 6 }),
});

type AnyRun = typeof anyRun extends { generate(...args: never[]): { value: infer T } } ? T : never;

function entriesFrom(run: AnyRun, index: number): readonly RunEntry[] {
  const rows = run.ids.map((id, i): LedgerRow => {
    const outcome = run.outcomes[i];
    if (!outcome) return { sample: exampleSample(id) };
    const { attempts, text, raw, latencyMs, result } = outcome;
    const calls = [{ text, finish: 'stop' as const, usage: { raw }, latencyMs }];
    return { sample: exampleSample(id), outcome: exampleOutcome(id, { attempts, calls, result }) };
  });
  return [
    { run: exampleRun(`r${index}`, { seed: run.seed, options: run.options, createdAt: `2026-01-0${index + 1}T00:00:00.000Z` }) },
    ...rows,
  ];
}

describe('a run file', () => {
  it.each(['.jsonl', '.jsonl.gz', '.jsonl.zst'])('comes out of another ledger byte for byte: %s', async (ending) => {
    await assert(
      asyncProperty(array(anyRun, { minLength: 1, maxLength: 2 }), async (runs) => {
        const first = await writeAll(await ledgerOf(runs.flatMap(entriesFrom)), fresh(ending));
        const other = await openSqliteLedger(fresh('.sqlite'));
        const imported = await importRunFiles(other, [first]);
        expect(imported).toEqual(runs.map((_, i) => ({ run: `r${i}`, isNew: true })));
        expect(readFileSync(await writeAll(other, fresh(ending))).equals(readFileSync(first))).toBe(true);
        expect((await importRunFiles(other, [first])).map(({ isNew }) => isNew)).toEqual(runs.map(() => false));
        await other.close();
      }),
      { numRuns: 12 },
    );
  });

  it('is what its ending says, and leaves nothing unfinished behind', async () => {
    const ledger = await ledgerOf(EXAMPLE_ENTRIES);
    const plain = readFileSync(await writeAll(ledger, fresh()));
    expect(gunzipSync(readFileSync(await writeAll(ledger, fresh('.jsonl.gz'))))).toEqual(plain);
    expect(zstdDecompressSync(readFileSync(await writeAll(ledger, fresh('.jsonl.zst'))))).toEqual(plain);
    const broken = fresh();
    await expect(
      writeRunFile(
        broken,
        (async function* lines() {
          yield 'a line';
          throw new Error('the ledger failed');
        })(),
      ),
    ).rejects.toThrow('the ledger failed');
    expect(readdirSync(folder()).filter((name) => name.startsWith(broken.slice(folder().length + 1)))).toEqual([]);
    expect(await failure(writeRunFile(join(folder(), 'nowhere', 'x.jsonl'), runLines(ledger, exampleRun('r1'))))).toMatch(
      /^storage .*cannot be written/,
    );
  });

  it('is refused wherever it is cut off, and nothing of it is kept', async () => {
    const bytes = readFileSync(await writeAll(await ledgerOf(EXAMPLE_ENTRIES), fresh()));
    const ledger = createMemoryLedger();
    await assert(
      asyncProperty(integer({ min: 0, max: bytes.length - 2 }), async (length) => {
        const path = fresh();
        writeFileSync(path, bytes.subarray(0, length));
        expect(await failure(importRunFiles(ledger, [path]))).toMatch(new RegExp(`^data ${path}`));
        expect(await ledger.runs()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['.jsonl.gz', /cannot be unpacked/],
    ['.jsonl.zst', /cannot be unpacked/],
  ])('is refused when its packing is torn: %s', async (ending, says) => {
    const bytes = readFileSync(await writeAll(await ledgerOf(EXAMPLE_ENTRIES), fresh(ending)));
    const path = fresh(ending);
    writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
    expect(await failure(importRunFiles(createMemoryLedger(), [path]))).toMatch(says);
  });
});
