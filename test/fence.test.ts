import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFence } from '../scripts/fence.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'fence-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

test('the house keeps its fence, and every file was read', async () => {
  const { modules, files, violations } = await checkFence(process.cwd());
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThanOrEqual(files);
  expect(files).toBeGreaterThan(50);
});

test('a seeded fault is caught: core importing text, a cycle of types, a side door, Node in the browser', async () => {
  write('src/core/index.ts', `export const one = 1;\n`);
  write('src/core/reach.ts', `import { two } from '../text/index.ts';\nexport const three = two + 1;\n`);
  write('src/text/index.ts', `import type { Odd } from './odd.ts';\nexport const two = 2;\nexport type Even = Odd;\n`);
  write('src/text/odd.ts', `import type { Even } from './index.ts';\nexport type Odd = Even | 1;\n`);
  write('src/stats/side-door.ts', `import { three } from '../core/reach.ts';\nexport const four = three + 1;\n`);
  write('src/report/charts/index.ts', `export { five } from '../five.ts';\n`);
  write('src/report/five.ts', `import { readFileSync } from 'node:fs';\nexport const five = readFileSync;\n`);
  const { violations } = await checkFence(root);
  expect(violations).toContain('core-imports: src/core/reach.ts → src/text/index.ts');
  expect(violations).toContain('front-doors-only: src/stats/side-door.ts → src/core/reach.ts');
  expect(violations).toContain('charts-run-in-browsers: src/report/charts/index.ts → fs');
  expect(violations.some((line) => line.startsWith('no-cycles:'))).toBe(true);
});
