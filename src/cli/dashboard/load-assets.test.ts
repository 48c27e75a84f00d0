import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadAssets } from './load-assets.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fathom-assets-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content = name): string {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const load = () => loadAssets({ packaged: join(folder, 'packaged'), checkout: join(folder, 'checkout') });
const textOf = (name: string) => new TextDecoder().decode(load().get(name)?.bytes);

test('files are known by their whole path alone; what has a digest in its name may be kept', () => {
  write('secret.txt');
  for (const name of ['index.html', 'assets/app-1.js', 'assets/app-1.css', 'assets/font.woff2', 'robots.bin']) write(`packaged/${name}`);
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'packaged', 'assets', 'link.js'));
  const assets = load();
  expect([...assets].map(([name, { type, immutable }]) => [name, type, immutable]).toSorted()).toEqual([
    ['/assets/app-1.css', 'text/css; charset=utf-8', true],
    ['/assets/app-1.js', 'text/javascript; charset=utf-8', true],
    ['/assets/font.woff2', 'font/woff2', true],
    ['/index.html', 'text/html; charset=utf-8', false],
    ['/robots.bin', 'application/octet-stream', false],
  ]);
  for (const name of ['/../secret.txt', '/assets/../../secret.txt', '/assets/', '/', '']) expect(assets.has(name)).toBe(false);
});

test('a checkout builds the app when a source is newer than it, and not otherwise', () => {
  const source = write('checkout/dashboard/src/main.tsx');
  const page = write('checkout/dashboard/dist/index.html', 'built before');
  // Stands for vite: says that it was asked to build.
  const builds = `require('node:fs').writeFileSync(${JSON.stringify(page)}, 'built by ' + process.argv[2] + ' ' + process.argv[3].slice(-9));`;
  write('checkout/node_modules/vite/bin/vite.js', builds);
  utimesSync(source, 1, 1);
  expect(textOf('/index.html')).toBe('built before');
  utimesSync(source, Date.now() / 1000 + 60, Date.now() / 1000 + 60);
  expect(textOf('/index.html')).toBe('built by build dashboard');
});

test('what cannot be built is said, with what fixes it', () => {
  write('checkout/dashboard/src/main.tsx');
  expect(load).toThrow(expect.objectContaining({ code: 'missing', fix: 'npm ci' }));
  write('checkout/node_modules/vite/bin/vite.js', 'process.exit(1);');
  expect(load).toThrow(expect.objectContaining({ code: 'missing', message: 'The dashboard could not be built.' }));
});
