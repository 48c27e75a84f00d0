import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FathomError } from '../../core/index.ts';

const ENDINGS = ['.ts', '.mts', '.js', '.mjs', '.json', '.yaml', '.yml'] as const;

/** The config file of a folder, `fathom.config.*`, or undefined. Throws FathomError `misuse` when there are two. */
export function findConfigFile(folder: string): string | undefined {
  const found = ENDINGS.map((ending) => `fathom.config${ending}`).filter((name) => existsSync(join(folder, name)));
  if (found.length < 2) return found.length === 0 ? undefined : join(folder, found[0]!);
  throw new FathomError('misuse', `There are ${found.length} config files: ${found.join(', ')}.`, {
    fix: 'Keep one, or name one with --config FILE.',
  });
}

/**
 * What a config file holds, unchecked. A script is the user's own code and runs, by Node's own type stripping; its default export counts.
 * Throws FathomError `missing` when the file is not there, `data` when it cannot be read, `misuse` for another ending.
 */
export async function readConfigFile(file: string): Promise<unknown> {
  const path = resolve(file);
  const ending = extname(path).toLowerCase();
  if (!ENDINGS.some((known) => known === ending)) {
    throw new FathomError('misuse', `${file} is no config file by its ending.`, { fix: `Use one of ${ENDINGS.join(', ')}.` });
  }
  if (!existsSync(path)) throw new FathomError('missing', `There is no config file ${path}.`, { fix: 'Check the path of --config.' });
  try {
    if (/\.m?[jt]s$/.test(ending)) return await scriptContent(path);
    const text = await readFile(path, 'utf8');
    return ending === '.json' ? JSON.parse(text) : ((await import('yaml')).parse(text) ?? {});
  } catch (cause) {
    if (cause instanceof FathomError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FathomError('data', `The config file ${path} cannot be read: ${why.trim()}`, { cause });
  }
}

async function scriptContent(path: string): Promise<unknown> {
  const exports = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
  if (exports.default !== undefined) return exports.default;
  throw new FathomError('data', `The config file ${path} has no default export.`, {
    fix: "Write: import { defineConfig } from 'fathom'; export default defineConfig({ … });",
  });
}
