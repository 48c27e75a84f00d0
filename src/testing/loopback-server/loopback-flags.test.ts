import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { LoopbackRequest } from './loopback-request.ts';
import { readLoopbackFlags } from './loopback-flags.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

test('shares of faults are spread evenly, the same every time', () => {
  const options = readLoopbackFlags(['--rate-limits', '0.25', '--retry-after', '2', '--errors', '0.1', '--cache', '4096']);
  const faults = Array.from({ length: 12 }, (_, i) => options?.fault?.(i + 1, {} as LoopbackRequest));
  const rate = { kind: '429', retryAfter: 2 };
  const none = undefined;
  expect(faults).toEqual([none, none, none, rate, none, none, none, rate, none, { kind: '500' }, none, rate]);
  expect(options).toMatchObject({ cacheTokens: 4096, port: 8787 });
});

test.each([[['--errors', '2']], [['--context', 'long']], [['--truncate', 'all']], [['--port', '']], [['--lateny', '1']]])(
  '%j makes no sense, and the flag is named',
  (argv) => {
    expect(() => readLoopbackFlags(argv)).toThrow(argv[0]);
  },
);

test('the program prints its help, and for a wrong flag a line and no stack', () => {
  expect(execFileSync(process.execPath, [MAIN, '--help'], { encoding: 'utf8' })).toContain('--rate-limits SHARE');
  const wrong = spawnSync(process.execPath, [MAIN, '--errors', 'many'], { encoding: 'utf8' });
  expect([wrong.status, wrong.stderr]).toEqual([2, '--errors "many" is no number from 0 to 1.\n(see --help)\n']);
});
