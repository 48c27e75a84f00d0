import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

test('makes what is missing, leaves what is there, and says what is in the way', () => {
  const root = mkdtempSync(join(tmpdir(), 'fathom-folder-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['a/b/c', 'a/b/c', 'a/d/']) makeFolder(join(root, folder));
  expect(['a/b/c', 'a/d'].map((folder) => statSync(join(root, folder)).isDirectory())).toEqual([true, true]);
  writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file'))).toThrow(/EEXIST/);
  expect(() => makeFolder(join(root, 'file/below'))).toThrow(/EEXIST/);
});
