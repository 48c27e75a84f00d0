import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { workplace } from './workplace.ts';

const { fathom, path, requests, serve, single } = workplace();

const BIN = fileURLToPath(new URL('../bin/fathom.js', import.meta.url));

/** Starts the program as the launcher of an older Node does, and stays. */
const LAUNCHER = `
  const env = { ...process.env, FATHOM_LAUNCHER: String(process.pid) };
  require('node:child_process').spawn(process.execPath, process.argv.slice(1), { env, stdio: ['ignore', 'ignore', 'inherit'] });
  setInterval(() => undefined, 1000);`;

const WINDOWS = process.platform === 'win32' && 'Windows keeps the number of a parent that has gone';

test('a run whose terminal closes is kept and can go on', { skip: WINDOWS !== false }, async () => {
  const model = await serve({ fault: () => ({ kind: 'hang' }) });
  const stopped = await fathom(single('--model', model, '--store', path('closed')), {
    onStart: (child) => void requests(1).then(() => child.kill('SIGHUP')),
  });
  expect(stopped.code).toBe(130);
  const [run] = JSON.parse((await fathom(['runs', '--store', path('closed'), '--json'])).stdout) as { status: string; total: number }[];
  expect(run).toMatchObject({ status: 'incomplete', total: 3 });
});

test('a run ends when the launcher that started it is killed', { skip: WINDOWS !== false }, async () => {
  const model = await serve({ fault: () => ({ kind: 'hang' }) });
  const args = single('--model', model, '--store', path('orphan'), '--no-floor');
  const launcher = spawn(process.execPath, ['-e', LAUNCHER, BIN, ...args], {
    cwd: path('.'),
    env: { PATH: process.env['PATH'] ?? '', HOME: path('.'), NO_COLOR: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // The pipe closes with the last process that holds it: the run itself.
  const ended = new Promise<void>((resolve) => launcher.stderr.resume().on('close', () => resolve()));
  await requests(1);
  launcher.kill('SIGKILL');
  await ended;
  const [run] = JSON.parse((await fathom(['runs', '--store', path('orphan'), '--json'])).stdout) as { status: string }[];
  expect(run).toMatchObject({ status: 'incomplete' });
});
