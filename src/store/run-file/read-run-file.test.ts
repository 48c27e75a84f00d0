import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_ENTRIES, exampleOutcome, exampleRun, exampleSample, exampleSkipped } from '../../testing/ledger-examples.ts';
import { createMemoryLedger } from '../memory-ledger.ts';
import { importRunFiles } from './import-run-files.ts';
import { readRunFile } from './read-run-file.ts';
import { failure, ledgerOf, runFileFolder, writeAll } from './run-file.fixture.ts';

const { folder, fresh } = runFileFolder();

const HEADER = (changes: object) =>
  JSON.stringify({ format: 'fathom-run', version: 1, samples: 1, run: { ...exampleRun('r1'), ...changes } });
const ROW = JSON.stringify({ sample: exampleSample('a'), outcome: exampleOutcome('a') });
const GOOD = HEADER({});

describe('a file from a stranger', () => {
  it.each([
    ['an id that leaves the folder', [HEADER({ id: '../../etc/x' }), ROW], /:1: run\.id: must be letters/],
    ['an id of the file system', [HEADER({ id: '..' }), ROW], /:1: run\.id/],
    ['a model that writes on the terminal', [HEADER({ model: 'x\u001b]0;owned\u0007' }), ROW], /:1: run\.model: must be plain text/],
    ['a model that hides its name', [HEADER({ model: 'openai/\u202egpt' }), ROW], /:1: run\.model/],
    ['a claim that it was not imported', [HEADER({ imported: true }), ROW], /:1: run\.imported/],
    ['another format', ['{"format":"other"}', ROW], /:1: format/],
    ['a later version', [GOOD.replace('"version":1', '"version":2'), ROW], /:1: the file was written by a newer Fathom/],
    ['a row first', [ROW], /:1: format/],
    ['too few rows', [GOOD], /:1: the file ends here, and 1 samples/],
    ['too many rows', [GOOD, ROW, ROW], /:3: format/],
    ['one sample twice', [GOOD.replace('"samples":1', '"samples":2'), ROW, ROW], /:3: a second sample has the id "a"/],
    ['no JSON', [GOOD, '{"sample":'], /:2: not a whole JSON value/],
    ['a key __proto__', [GOOD, ROW.replace('"cell":{', '"cell":{"__proto__":{"x":1},')], /:2: a key is named __proto__/],
    [
      'a key __proto__, escaped',
      [GOOD, ROW.replace('"target":', String.raw`"facts":[{"\u005f_proto__":1}],"target":`)],
      /:2: a key is named __proto__/,
    ],
    ['a giant number', [GOOD, ROW.replace('"latencyMs":12.5', '"latencyMs":1e999')], /:2: a number is too large/],
    ['a giant count', [GOOD, ROW.replace('"attempts":1', '"attempts":1e300')], /:2: outcome\.attempts/],
    ['a score beyond all scores', [GOOD, ROW.replace('"value":1', '"value":7')], /:2: outcome\.result\.score\.value/],
    ['a lone surrogate in an id', [GOOD, ROW.replaceAll('"a"', String.raw`"\ud800"`)], /:2: .*well-formed/],
    ['an outcome of another sample', [GOOD, ROW.replace('"sampleId":"a"', '"sampleId":"b"')], /:2: the outcome belongs to another sample/],
    [
      'an answer to what was skipped',
      [GOOD, JSON.stringify({ sample: exampleSkipped('a'), outcome: exampleOutcome('a') })],
      /:2: the sample was skipped/,
    ],
    [
      'a bottomless value',
      [GOOD, ROW.replace('"target":', `"facts":${'['.repeat(200_000)}${']'.repeat(200_000)},"target":`)],
      /:2: values are nested/,
    ],
    ['a field too many', [GOOD, ROW.replace('{"sample"', '{"x":1,"sample"')], /:2: .*[Uu]nrecognized/],
  ] as const)('%s', async (_name, lines, says) => {
    const path = fresh();
    writeFileSync(path, lines.join('\n'));
    const ledger = createMemoryLedger();
    const message = await failure(importRunFiles(ledger, [await writeAll(await ledgerOf([{ run: exampleRun('r0') }]), fresh()), path]));
    expect(message).toMatch(says);
    expect(message.startsWith(`data ${path}:`)).toBe(true);
    expect(await ledger.runs()).toEqual([]);
  });

  it('is no text, is missing, is a folder, never ends its line', async () => {
    const path = fresh();
    writeFileSync(path, Buffer.from([0x7b, 0xff, 0xfe, 0x0a]));
    expect(await failure(importRunFiles(createMemoryLedger(), [path]))).toBe(`data ${path}:1: not UTF-8`);
    expect(await failure(importRunFiles(createMemoryLedger(), [join(folder(), 'gone.jsonl')]))).toMatch(/^missing .*gone\.jsonl/);
    expect(await failure(importRunFiles(createMemoryLedger(), [folder()]))).toMatch(/^missing /);
    writeFileSync(path, `${GOOD}\n${ROW}\n`);
    expect(await failure(Array.fromAsync(readRunFile(path, { mostLineBytes: GOOD.length })))).toBe(
      `data ${path}:2: the line has more than ${GOOD.length} bytes`,
    );
  });

  it('differs from a run that is there: refused, and said where', async () => {
    const ledger = await ledgerOf(EXAMPLE_ENTRIES);
    const path = await writeAll(ledger, fresh());
    writeFileSync(path, readFileSync(path, 'utf8').replace('"value":1', '"value":0'));
    expect(await failure(importRunFiles(ledger, [path]))).toBe(
      `misuse The run r1 is in this ledger already, and differs from the file at ${path}:3.`,
    );
    expect((await ledger.row('r1', 'a'))?.outcome).toEqual(exampleOutcome('a'));
  });

  it('marks its runs as imported, and keeps fields of later versions', async () => {
    const path = fresh();
    writeFileSync(path, `${HEADER({ later: 1 })}\r\n${ROW}`);
    const ledger = createMemoryLedger();
    await importRunFiles(ledger, [path]);
    expect(await ledger.run('r1')).toMatchObject({ imported: true, later: 1 });
    expect(readFileSync(await writeAll(ledger, fresh()), 'utf8')).toBe(`${HEADER({ later: 1 })}\n${ROW}\n`);
  });
});
