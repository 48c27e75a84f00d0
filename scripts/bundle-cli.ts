import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Loaded by almost every command, as hundreds of small modules. The others are loaded when they are named. */
const BUNDLED = new Set([
  'cli-table3',
  'commander',
  'fastest-levenshtein',
  'kysely',
  'picocolors',
  'string-width',
  'undici',
  'yaml',
  'zod',
]);

const PACKAGE_FOLDER = /.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/**
 * Puts the command line into a few files at `dist/bin`: finding and linking eight hundred modules takes half a second at every start.
 * The library's modules stay as they are. `dist/cli`, which nothing exports, is taken away.
 */
export async function bundleCli(): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  const kept = Object.keys(dependencies).filter((name) => !BUNDLED.has(name));
  const bundle = await rolldown({
    input: { main: 'dist/cli/main.js' },
    platform: 'node',
    external: [...kept, '@resvg/resvg-js'].map((name) => new RegExp(`^${name}(/|$)`)),
    logLevel: 'warn',
  });
  const { output } = await bundle.write({
    dir: 'dist/bin',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await bundle.close();
  rmSync('dist/cli', { recursive: true });
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const packages = [...new Set(modules.map((id) => PACKAGE_FOLDER.exec(id)?.[0]).filter((folder) => folder !== undefined))];
  writeFileSync(
    'dist/bin/THIRD-PARTY-LICENSES.txt',
    packages
      .toSorted()
      .map(licenseOf)
      .join(`\n${'-'.repeat(80)}\n\n`),
  );
}

function licenseOf(folder: string): string {
  const name = /.*node_modules[\\/](.+)/.exec(folder)![1]!;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} carries no licence file`);
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8')}`;
}
