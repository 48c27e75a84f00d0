import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readJson, readJsonl } from './index.ts';

const schema = z.strictObject({ id: z.number(), name: z.string() });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fathom-datasets-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test('reads rows, with a byte order mark, CRLF and blank lines', async () => {
  const path = await file('good.jsonl', '\uFEFF{"id":1,"name":"a"}\r\n\r\n{"id":2,"name":"é"}');
  expect(await readJsonl(path, schema)).toEqual([
    { id: 1, name: 'a' },
    { id: 2, name: 'é' },
  ]);
});

test('a torn last row names its line', async () => {
  const path = await file('torn.jsonl', '{"id":1,"name":"a"}\n{"id":2,"na');
  await expect(readJsonl(path, schema)).rejects.toMatchObject({
    code: 'data',
    message: `${path}:2: not a whole JSON value (11 characters)`,
  });
});

test('a wrong row names its line and field', async () => {
  const path = await file('wrong.jsonl', '{"id":1,"name":"a"}\n\n{"id":"2","name":"b"}');
  await expect(readJsonl(path, schema)).rejects.toMatchObject({
    code: 'data',
    message: `${path}:3: at id: Invalid input: expected number, received string`,
  });
});

test('a missing file is missing, not broken', async () => {
  await expect(readJsonl(join(folder, 'none.jsonl'), schema)).rejects.toMatchObject({ code: 'missing' });
});

test('one JSON value is read and checked as a whole', async () => {
  expect(await readJson(await file('good.json', '[{"id":1,"name":"a"}]'), z.array(schema))).toEqual([{ id: 1, name: 'a' }]);
  const broken = await file('broken.json', '{\n"id": 1,\n"name": }');
  await expect(readJson(broken, schema)).rejects.toMatchObject({ code: 'data', message: expect.stringContaining(`${broken}:3: `) });
  const cut = await file('cut.json', '{"id": 1,\n"name"');
  await expect(readJson(cut, schema)).rejects.toMatchObject({ message: expect.stringContaining(`${cut}:2: `) });
  const wrong = await file('shape.json', '{"id":1}');
  await expect(readJson(wrong, schema)).rejects.toMatchObject({ message: expect.stringContaining('at name: ') });
});
