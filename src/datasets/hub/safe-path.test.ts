import { posix, win32 } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FathomError } from '../../core/index.ts';
import { safePath } from './safe-path.ts';

const part = fc.oneof(
  fc.constantFrom('..', '.', '', 'a', 'C:', 'con', 'NUL.txt', '~', 'x.jsonl', '...', ' ', '\\', '\u0000', '\u202e', '维'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const path = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/'));

/** The path as it is kept; undefined where it is refused. */
function kept(text: string): string | undefined {
  try {
    return safePath(text);
  } catch (error) {
    if (error instanceof FathomError && error.code === 'data') return undefined;
    throw error;
  }
}

const isInside = (text: string): boolean =>
  posix.resolve('/home/copy', text).startsWith('/home/copy/') && win32.resolve('D:\\copy', text).startsWith('D:\\copy\\');

it('what is kept stays in its folder, on any system', () => {
  fc.assert(
    fc.property(path, (text) => [undefined, text].includes(kept(text)) && (kept(text) === undefined || isInside(text))),
    { numRuns: 2000 },
  );
});

it('takes the names that data sets have', () => {
  const names = [
    'data.zip',
    'novel_data_zh/7-维尔穆的灯.txt',
    'novel_data_en/7-Who? (a "tale", part 1).txt',
    'data/test-00000-of-00001.parquet',
  ];
  expect(names.map(safePath)).toEqual(names);
});
