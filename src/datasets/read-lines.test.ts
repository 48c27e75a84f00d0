import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { requireRows, streamJsonlRows } from './index.ts';
import { readLines } from './read-lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fathom-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('any file is read as splitting it whole would', async () => {
  const part = fc.oneof(fc.constantFrom('\n', '\r\n', '\r', '', '\uFEFF'), fc.string({ unit: 'grapheme' }));
  await fc.assert(
    fc.asyncProperty(fc.array(part), async (parts) => {
      const text = parts.join('');
      const lines = await Array.fromAsync(readLines(await file('any', text)));
      const wanted = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .map((line) => line.replace(/\r$/, ''));
      if (text === '' || text.endsWith('\n')) wanted.pop();
      expect(lines.map(({ bytes }) => bytes!.toString())).toEqual(wanted);
    }),
    { numRuns: 80 },
  );
});

test('a line of megabytes that spans many reads is one line; one that is too long is told, and the next is read', async () => {
  const long = 'é'.repeat(1_700_000);
  const path = await file('long', `${long}\nshort\n`);
  const [first, second] = await Array.fromAsync(readLines(path));
  expect(first!.bytes!.toString() === long).toBe(true);
  expect(second).toEqual({ line: 2, bytes: Buffer.from('short') });
  expect(await Array.fromAsync(readLines(path, { longestBytes: 1000 }))).toEqual([{ line: 1 }, { line: 2, bytes: Buffer.from('short') }]);
});

test('rows that are no UTF-8 or not of the schema are told with their line; fatal or passed on, as asked', async () => {
  const bytes = Buffer.concat([Buffer.from('{"id":1}\n'), Buffer.from('{"id":"\xff"}\n', 'latin1'), Buffer.from('{"id":"x"}\n{"id":4}')]);
  const path = await file('bad.jsonl', bytes);
  const rows = () => streamJsonlRows(path, z.object({ id: z.number() }));
  const read = await Array.fromAsync(requireRows(rows(), { file: path, badRows: 'skip' }));
  expect(read.map((each) => ('row' in each ? each.row.id : `${each.line}: ${each.problem}`))).toEqual([
    1,
    '2: not UTF-8',
    '3: at id: Invalid input: expected number, received string',
    4,
  ]);
  await expect(Array.fromAsync(requireRows(rows(), { file: path, badRows: 'fail' }))).rejects.toMatchObject({
    code: 'data',
    message: `${path}:2: not UTF-8`,
  });
});

test('a file that is not there, and a folder, are missing', async () => {
  for (const path of [join(folder, 'none'), folder])
    await expect(Array.fromAsync(readLines(path))).rejects.toMatchObject({ code: 'missing', message: expect.stringContaining(path) });
});
