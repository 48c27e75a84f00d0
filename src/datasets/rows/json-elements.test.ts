import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonElements } from './json-elements.ts';
import { jsonRows } from './json-rows.ts';

/** A text in chunks of so many bytes. */
async function* chunked(text: string, bytes: number): AsyncGenerator<Buffer, void> {
  const whole = Buffer.from(text);
  for (let from = 0; from < whole.length; from += bytes) yield whole.subarray(from, from + bytes);
}

const rowsOf = async (text: string, bytes = 7) => Array.fromAsync(jsonRows(chunked(text, bytes), z.unknown()));
const problemsOf = async (text: string) =>
  (await rowsOf(text)).map((read) => ('problem' in read ? `${read.line}: ${read.problem}` : read.row));

test('elements are those of the parsed text, cut anywhere, in any layout', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(0, 1, '\t'),
      async (value, bytes, indent) => {
        const text = `\uFEFF ${JSON.stringify(value, null, indent)}\n`;
        const rows = await rowsOf(text, bytes);
        const wanted = Array.isArray(value) ? value : Object.entries(value).map(([key, each]) => ({ [key]: each }));
        expect(rows.map((read) => ('row' in read ? read.row : read))).toEqual(JSON.parse(JSON.stringify(wanted)));
      },
    ),
    { numRuns: 300 },
  );
});

test('an element is found on the line where it begins', async () => {
  const lines = (await rowsOf('\n[\n1,\n{"a": [\n"]},"]},\n\n\n  2]')).map(({ line }) => line);
  expect(lines).toEqual([3, 4, 8]);
});

test.each([
  ['[1, 2', [1, '1: the JSON value is torn: its end is missing']],
  ['[1, {"a": }, 3]', [1, '1: not a whole JSON value (7 characters)', 3]],
  ['[1\n,,2]', [1, '2: an element is missing at a comma']],
  ['[1,]', [1, '1: an element is missing at a comma']],
  ['[1}', ['1: the wrong bracket closes the JSON value']],
  ['[1] 2', [1, '1: something stands after the end of the JSON value']],
  ['"text"', ['1: expected a JSON array or object']],
  ['', ['1: the JSON value is torn: its end is missing']],
  ['[]', []],
  ['{"a": 1, "b": [2]}', [{ a: 1 }, { b: [2] }]],
])('%j', async (text, wanted) => {
  expect(await problemsOf(text)).toEqual(wanted);
});

test('an element that is too long is told, and the next is read', async () => {
  const elements = await Array.fromAsync(jsonElements(chunked(`["${'x'.repeat(500)}", 7]`, 100), { longestBytes: 100 }));
  expect(elements).toEqual([
    { of: 'array', line: 1 },
    { of: 'array', line: 1, bytes: Buffer.from('7') },
  ]);
});

test('any bytes end in rows or problems', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', '\\', ',', '1', ':', '\n', 'é') }), async (text) => {
      for (const read of await rowsOf(text, 3)) expect('row' in read || 'problem' in read).toBe(true);
    }),
    { numRuns: 500 },
  );
});
