import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLocked, lockRun } from './run-lock.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fathom-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('one process at a time, and another run is free', () => {
  const release = lockRun(folder, 'a');
  expect(() => lockRun(folder, 'a')).toThrow('Another process is working on run a');
  lockRun(folder, 'b')();
  release();
  release();
  expect(existsSync(join(folder, 'a.lock'))).toBe(false);
  lockRun(folder, 'a')();
});

test('a lock ends with its process, killed or not', async () => {
  const program = `
    const { lockRun } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'run-lock.ts')).href)});
    lockRun(${JSON.stringify(folder)}, 'a');
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(child.stdout, 'data');
    expect([isLocked(folder, 'a'), isLocked(folder, 'b')]).toEqual([true, false]);
    expect(() => lockRun(folder, 'a')).toThrow('Another process');
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  expect(existsSync(join(folder, 'a.lock'))).toBe(true);
  expect(isLocked(folder, 'a')).toBe(false);
  lockRun(folder, 'a')();
  expect(existsSync(join(folder, 'a.lock'))).toBe(false);
});

test('a file that is left from an older version holds nobody up', () => {
  for (const content of [String(process.pid), '', 'x']) {
    writeFileSync(join(folder, 'a.lock'), content);
    expect(() => lockRun(folder, 'a')()).not.toThrow();
  }
});

test('a folder that is not there is said', () => {
  expect(() => lockRun(join(folder, 'none'), 'a')).toThrow('cannot be locked');
});
