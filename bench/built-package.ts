import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout. */
export const ROOT = join(import.meta.dirname, '..');

/**
 * Sets up the package below `folder` as it is installed, with built files only (the launcher prefers sources where they are).
 * Undefined when nothing is built.
 */
export function installBuiltPackage(folder: string): string | undefined {
  if (!existsSync(join(ROOT, 'dist/bin/main.js'))) return undefined;
  const root = join(folder, 'package');
  mkdirSync(root);
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** Said where the package cannot be measured. */
export const NOT_BUILT = 'No dist/: run `npm run build` first to measure the built package too.';
