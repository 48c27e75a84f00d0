/** Builds dist/: compiled modules with declarations, the data files that stand beside them, the command line in a few files, and the web app. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleCli } from './bundle-cli.ts';

rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
for (const file of globSync('src/**/*.json')) {
  const target = join('dist', file.slice('src/'.length));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
}
await bundleCli();
execFileSync(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'build', 'dashboard', '--outDir', '../dist/dashboard', '--logLevel', 'warn'],
  {
    stdio: 'inherit',
  },
);
