import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { findSource, sourceName, sourceNamed, type DataSource } from './data-source.ts';
import { streamRows } from './stream-rows.ts';
import { zipArchive } from './zip-archive.fixture.ts';

const schema = z.object({ text: z.string(), label: z.coerce.number() });
const ROWS = [
  { text: 'a "quoted", text\nof two lines', label: 1 },
  { text: '中文 é', label: 2 },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fathom-rows-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<DataSource> {
  await writeFile(join(folder, name), content);
  return { path: join(folder, name) };
}
const read = async (source: DataSource) =>
  (await Array.fromAsync(streamRows(source, schema))).map((each) => ('row' in each ? each.row : `${each.line}: ${each.problem}`));

test('the same rows come from every format, and from inside an archive', async () => {
  const jsonl = ROWS.map((row) => JSON.stringify(row)).join('\n');
  const json = JSON.stringify(ROWS, null, 2);
  const csv = 'text,label\r\n"a ""quoted"", text\nof two lines",1\r\n中文 é,2\r\n';
  const parquet = parquetWriteBuffer({
    columnData: [
      { name: 'text', data: ROWS.map(({ text }) => text), type: 'STRING' },
      { name: 'label', data: ROWS.map(({ label }) => BigInt(label)), type: 'INT64' },
    ],
    rowGroupSize: 1,
  });
  expect(await read(await put('a.jsonl', jsonl))).toEqual(ROWS);
  expect(await read(await put('a.json', json))).toEqual(ROWS);
  expect(await read(await put('a.csv', csv))).toEqual(ROWS);
  expect(await read(await put('a.parquet', new Uint8Array(parquet)))).toEqual(ROWS);
  await put('data.zip', zipArchive({ 'data/': '', 'data/rows.jsonl': jsonl, 'data/rows.json': json, 'rows.csv': csv }));
  for (const name of ['rows.jsonl', 'rows.json', 'rows.csv']) {
    const found = await findSource(folder, { names: [name], archives: ['none.zip', 'data.zip'] });
    expect(await read(found!)).toEqual(ROWS);
    expect(sourceNamed(sourceName(found!))).toEqual(found);
  }
  expect(await findSource(folder, { names: ['b.jsonl'], archives: ['data.zip'] })).toBeUndefined();
});

test('bad rows are told with their place', async () => {
  expect(await read(await put('bad.csv', 'text,label\na,1\nb\nc,x\nd,4,more\n'))).toEqual([
    { text: 'a', label: 1 },
    '3: at label: Invalid input: expected number, received NaN',
    '4: at label: Invalid input: expected number, received NaN',
    { text: 'd', label: 4 },
  ]);
  expect(await read(await put('torn.csv', 'text,label\n"a,1\n'))).toEqual([expect.stringMatching(/^\d: not CSV: /)]);
  expect(await read(await put('bad.json', '[{"text": "a", "label": 1},\n{"text": 7, "label": 1}]'))).toEqual([
    { text: 'a', label: 1 },
    '2: at text: Invalid input: expected string, received number',
  ]);
});

test('what is broken, missing or another kind of file is said', async () => {
  const refusal = async (source: DataSource) => {
    const thrown: unknown = await read(source).catch((error: unknown) => error);
    return (thrown as { code: string }).code;
  };
  expect(await refusal(await put('x.parquet', 'PAR1 no'))).toBe('data');
  expect(await refusal({ path: (await put('x.zip', 'no')).path, member: 'a.json' })).toBe('data');
  const cut = zipArchive({ 'a.json': JSON.stringify(ROWS) });
  cut.fill(0xff, 40, 60);
  expect(await refusal({ path: (await put('torn.zip', cut)).path, member: 'a.json' })).toBe('data');
  expect(await refusal({ path: join(folder, 'data.zip'), member: 'none.json' })).toBe('missing');
  expect(await refusal({ path: join(folder, 'none.parquet') })).toBe('missing');
  expect(await refusal({ path: join(folder, 'none.csv') })).toBe('missing');
  expect(await refusal(await put('x.txt', 'x'))).toBe('misuse');
});
