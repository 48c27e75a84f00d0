import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FathomError } from '../../core/index.ts';
import type { Asset } from '../../server/index.ts';

const TYPES: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The built web app, read once: the server looks names up in this map and never in a folder. A checkout builds it first where its sources are newer.
 * `packaged`: where it stands in the package; `checkout`: the root of a checkout.
 */
export function loadAssets(
  folders: { readonly packaged: string; readonly checkout: string } = standardFolders(),
): ReadonlyMap<string, Asset> {
  const folder = existsSync(join(folders.packaged, 'index.html')) ? folders.packaged : builtIn(folders.checkout);
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const name = `/${relative(folder, file).split(sep).join('/')}`;
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return [name, { bytes: new Uint8Array(readFileSync(file)), type, immutable: name.startsWith('/assets/') }];
    }),
  );
}

/** `src/cli/dashboard` is one level deeper than `dist/bin`, where the packaged command line stands. */
function standardFolders() {
  return {
    packaged: fileURLToPath(new URL('../dashboard/', import.meta.url)),
    checkout: fileURLToPath(new URL('../../../', import.meta.url)),
  };
}

function builtIn(checkout: string): string {
  const folder = join(checkout, 'dashboard', 'dist');
  const page = join(folder, 'index.html');
  const vite = join(checkout, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(vite)) {
    throw new FathomError('missing', 'The dashboard is not built, and vite, which builds it, is not installed.', { fix: 'npm ci' });
  }
  if (existsSync(page) && statSync(page).mtimeMs >= newestSource(checkout)) return folder;
  console.error('Building the dashboard …');
  try {
    // Standard output may be read by a program.
    execFileSync(process.execPath, [vite, 'build', join(checkout, 'dashboard'), '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] });
  } catch (cause) {
    throw new FathomError('missing', 'The dashboard could not be built.', { fix: 'What vite says is above; npm ci may help.', cause });
  }
  return folder;
}

function newestSource(checkout: string): number {
  const files = globSync(['dashboard/{index.html,vite.config.ts}', 'dashboard/src/**/*', 'src/report/**/*.ts', 'src/stats/**/*.ts'], {
    cwd: checkout,
  });
  return Math.max(...files.map((file) => statSync(join(checkout, file)).mtimeMs));
}
