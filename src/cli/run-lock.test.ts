import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockRun } from './run-lock.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fathom-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one process at a time, and another run is free', () => {
  const release = lockRun(folder, 'a');
  expect(() => lockRun(folder, 'a')).toThrow(`Another process (${process.pid})`);
  lockRun(folder, 'b')();
  release();
  expect(existsSync(join(folder, 'a.lock'))).toBe(false);
  lockRun(folder, 'a')();
});

test('a lock of a process that is gone, or of nobody, is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  for (const holder of [String(pid), '', 'x']) {
    writeFileSync(join(folder, 'a.lock'), holder);
    lockRun(folder, 'a')();
    expect(existsSync(join(folder, 'a.lock'))).toBe(false);
  }
});

test('a folder that is not there is said', () => {
  expect(() => lockRun(join(folder, 'none'), 'a')).toThrow('cannot be locked');
});
