#!/usr/bin/env node
// Starts Fathom on Node 24 or newer. Plain old JavaScript: it must run on any Node, if only to say what is missing.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'cli', 'main.ts');
const entry = existsSync(source) ? source : join(root, 'dist', 'bin', 'main.js');

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { main } = await import(pathToFileURL(entry).href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = newerNode();
  if (node) runUnder(node);
  else explain();
}

/** The Node that the checkout or the project around it carries as a package. */
function newerNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', 'node', 'bin', name);
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Asynchronous, with signals passed on: a synchronous launcher dies on Ctrl-C and leaves the run behind. */
function runUnder(node) {
  // The child looks whether this process still lives: one that is killed outright cannot pass that on.
  const env = { ...process.env, FATHOM_LAUNCHER: String(process.pid) };
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to the whole group, so the child has it already; elsewhere signals reach the launcher alone.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`fathom: ${node} does not start: ${error.message}`);
    process.exit(3);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function explain() {
  console.error(`fathom needs Node 24 or newer; this is Node ${process.versions.node}.`);
  console.error(
    existsSync(source)
      ? 'The checkout brings its own Node: run `npm ci` (with npm 12: `npm ci --allow-scripts=node`; without --ignore-scripts).'
      : 'Install Node 24 or newer, or run: npx -p node@24 -p fathom fathom',
  );
  process.exit(3);
}
