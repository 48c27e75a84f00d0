import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createRunWorkers } from './run-workers.ts';

const WAIT = { timeout: 50_000, interval: 10 };
const FORM = { tasks: ['needlebench'], flags: { model: 'mock/echo' } };

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'fathom-limits-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that leaves its number in a folder and then does what it is told; `begun` gives the numbers, oldest first. */
function program(name: string, then: string) {
  const file = join(folder, `${name}.mjs`);
  const marks = mkdtempSync(join(folder, 'marks-'));
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs';
    writeFileSync(${JSON.stringify(marks)} + '/' + process.pid, '');
    ${then}`,
  );
  return { program: file, begun: () => readdirSync(marks).map(Number) };
}

/** Signal 0 looks whether a process is there. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const HANGS = 'setInterval(() => {}, 1000);';

test('two plans are made at a time; one that nobody waits for is ended and makes room; the end of the server ends all', async () => {
  const { program: hanging, begun } = program('hangs', HANGS);
  const workers = createRunWorkers({ folder, program: hanging });
  const gone = [1, 2, 3, 4].map(() => new AbortController());
  const plans = gone.map(({ signal }) => workers.plan(FORM, signal).catch((error: unknown) => String(error)));
  await vi.waitFor(() => expect(begun().length).toBe(2), WAIT);
  const [first = 0] = begun();
  // The third leaves the line, the first leaves its place: the fourth takes it.
  gone[2]!.abort(new Error('no longer asked'));
  expect(await plans[2]).toBe('Error: no longer asked');
  expect(begun().length).toBe(2);
  gone[0]!.abort(new Error('moved on'));
  gone[1]!.abort(new Error('moved on'));
  expect(await Promise.all(plans.slice(0, 2))).toEqual(['Error: moved on', 'Error: moved on']);
  await vi.waitFor(() => expect(begun().length).toBe(3), WAIT);
  expect(isAlive(first)).toBe(false);
  await workers.finish();
  expect(await plans[3]).toBe('FathomError: The dashboard is ending.');
  expect(begun().filter(isAlive)).toEqual([]);
  await expect(workers.plan(FORM, new AbortController().signal)).rejects.toThrow('The dashboard is ending.');
});

test('a process that never names its run is ended with the server, and its start is refused', async () => {
  const { program: hanging, begun } = program('silent', HANGS);
  const workers = createRunWorkers({ folder, program: hanging });
  const started = workers.start(FORM).catch((error: unknown) => String(error));
  await vi.waitFor(() => expect(begun().length).toBe(1), WAIT);
  expect(await workers.finish()).toBe(1);
  expect([await started, begun().filter(isAlive)]).toEqual(['FathomError: The process ended without a word.', []]);
  await expect(workers.start(FORM)).rejects.toThrow('The dashboard is ending.');
});

test('a process that ends without a run, or says what is no plan, is an error for people', async () => {
  const dies = createRunWorkers({ folder, program: program('dies', "console.error('out of luck'); process.exit(9);").program });
  await expect(dies.start(FORM)).rejects.toMatchObject({ name: 'FathomError', message: 'out of luck' });
  const babbles = createRunWorkers({ folder, program: program('babbles', "console.log('{');").program });
  await expect(babbles.plan(FORM, new AbortController().signal)).rejects.toMatchObject({ name: 'FathomError' });
});

test('a process that names fewer runs than it was asked for is not waited for when it has ended', async () => {
  const says = "process.send({ type: 'run-begins', run: 'a' }, () => process.exit(3));";
  const workers = createRunWorkers({ folder, program: program('one', says).program });
  expect(await workers.start({ ...FORM, flags: { model: ['mock/a', 'mock/b'] } })).toEqual(['a']);
  await vi.waitFor(
    () => expect([workers.workerOf('a'), workers.failureOf('a')]).toEqual([null, 'The process ended without a word.']),
    WAIT,
  );
});
