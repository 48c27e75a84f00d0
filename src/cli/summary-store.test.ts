import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunSummary } from '../report/index.ts';
import { createSummaryStore } from './summary-store.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fathom-summaries-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const summary = { run: 'r1' } as RunSummary;

test('a summary holds for its revision and no other', () => {
  const store = createSummaryStore(folder);
  expect(store.read('r1', '1')).toBeUndefined();
  store.write('r1', '1', summary);
  expect(createSummaryStore(folder).read('r1', '1')).toEqual(summary);
  expect(store.read('r1', '2')).toBeUndefined();
});

test('an id is no path, a broken file is no summary, and a folder that cannot be written no error', () => {
  const store = createSummaryStore(folder);
  store.write('../r1', '1', summary);
  expect(readdirSync(folder)).toEqual(['summaries']);
  expect(store.read('../r1', '1')).toEqual(summary);
  writeFileSync(join(folder, 'summaries', 'r2.json'), '{"version"');
  expect(store.read('r2', '1')).toBeUndefined();
  writeFileSync(join(folder, 'file'), '');
  createSummaryStore(join(folder, 'file')).write('r1', '1', summary);
});

test('runs that are gone are forgotten', () => {
  const store = createSummaryStore(folder);
  for (const id of ['r1', 'r2']) store.write(id, '1', summary);
  store.keepOnly(['r2']);
  expect(readdirSync(join(folder, 'summaries'))).toEqual(['r2.json']);
});
