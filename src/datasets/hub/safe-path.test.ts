import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

const part = fc.oneof(
  fc.constantFrom('..', '.', '', 'a', 'C:', 'con', 'NUL.txt', '~', 'x.jsonl', '...', ' ', '\\', '\u0000', '\u202e', '维'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const path = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/'));

it('what is kept stays in its folder, on any system', () => {
  fc.assert(
    fc.property(path, (text) => {
      let kept: string;
      try {
        kept = safePath(text);
      } catch (error) {
        return void expect(error).toMatchObject({ code: 'data' });
      }
      expect(kept).toBe(text);
      expect(posix.resolve('/home/copy', kept).startsWith('/home/copy/')).toBe(true);
      expect(win32.resolve('D:\\copy', kept).startsWith('D:\\copy\\')).toBe(true);
    }),
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
