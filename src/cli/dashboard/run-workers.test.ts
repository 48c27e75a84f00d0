import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startLoopbackServer, type LoopbackOptions, type LoopbackServer } from '../../testing/index.ts';
import { withLedgerToRead } from '../ledger-path.ts';
import { createRunWorkers, type ProcessWorkers } from './run-workers.ts';

const program = fileURLToPath(new URL('../../../bin/fathom.js', import.meta.url));
const WAIT = { timeout: 50_000, interval: 10 };

let home = '';
let folder = '';
let server: LoopbackServer | undefined;
let workers: ProcessWorkers;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'fathom-workers-'));
  folder = join(home, 'runs');
  for (const key of ['OPENAI_API_KEY', 'FATHOM_API_KEY']) vi.stubEnv(key, '');
  vi.stubEnv('FATHOM_CACHE', join(home, 'cache'));
  workers = createRunWorkers({ folder, program });
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await workers.finish();
  workers = createRunWorkers({ folder, program });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A server on which every answer waits for its gate, and a form for three prompts to models on it. */
async function serve(options: LoopbackOptions) {
  server = await startLoopbackServer(options);
  return (...models: readonly string[]) => ({
    tasks: ['needlebench/single-retrieval'],
    flags: {
      model: models.map((model) => `${server!.url}/v1#${model}`),
      lengths: '1k',
      depths: '0,50,100',
      repeats: 1,
      languages: 'en',
      concurrency: 1,
      noFloor: true,
    },
  });
}

/** State of a run in the ledger. */
const stateOf = (id: string) =>
  withLedgerToRead({ store: folder }, async (ledger) => {
    const { total, pending } = await ledger.counts(id);
    return `${(await ledger.run(id))?.status} ${total - pending} of ${total}`;
  });

test('plan, start, pause, go on: a run of the browser is one of the command line', async () => {
  const gates = Array.from({ length: 3 }, () => Promise.withResolvers<string>());
  let asked = 0;
  const form = (await serve({ answer: () => gates[asked++]!.promise }))('mock-model');
  expect(await workers.plan(form, new AbortController().signal)).toMatchObject({ prompts: 3, promptTokens: 3000, dear: false });
  const [id = ''] = await workers.start(form);
  expect([workers.workerOf(id), workers.failureOf(id)]).toEqual(['here', null]);
  gates[0]!.resolve('one');
  await vi.waitFor(() => expect(asked).toBe(2), WAIT);

  const others = createRunWorkers({ folder, program });
  expect(others.workerOf(id)).toBe('elsewhere');
  await expect(others.pause(id)).rejects.toMatchObject({ fix: 'It runs in another terminal: press Ctrl-C there.' });
  await expect(others.resume(id)).rejects.toThrow('A process is working on this run already.');

  await workers.pause(id);
  gates[1]!.resolve('two');
  await vi.waitFor(() => expect(workers.workerOf(id)).toBe(null), WAIT);
  // What was in flight was finished; what was not begun was left.
  expect([await stateOf(id), asked, workers.failureOf(id)]).toEqual(['incomplete 2 of 3', 2, null]);
  await expect(workers.pause(id)).rejects.toMatchObject({ fix: 'Nobody works on it.' });

  gates[2]!.resolve('three');
  await workers.resume(id);
  expect(workers.workerOf(id)).toBe('here');
  await vi.waitFor(() => expect(workers.workerOf(id)).toBe(null), WAIT);
  expect([await stateOf(id), asked, workers.failureOf(id)]).toEqual(['complete 3 of 3', 3, null]);
});

test('two models are two runs of one process; the first is done when it is the turn of the second', async () => {
  const [turn, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const form = await serve({
    answer({ model }) {
      if (model !== 'second') return 'x';
      turn.resolve();
      return gate.promise;
    },
  });
  const [first = '', second = ''] = await workers.start(form('first', 'second'));
  await turn.promise;
  expect([workers.workerOf(first), workers.workerOf(second), await stateOf(first)]).toEqual([null, 'here', 'complete 3 of 3']);
  gate.resolve('y');
  await vi.waitFor(() => expect(workers.workerOf(second)).toBe(null), WAIT);
  expect(await stateOf(second)).toBe('complete 3 of 3');
});

test('a run that cannot start says why, and one that cannot go on too', async () => {
  const form = await serve({ requireKey: 'right' });
  const flags = form('m').flags;
  await expect(workers.start({ tasks: ['needlebench'], flags: { ...flags, model: 'openai/gpt-5' } })).rejects.toMatchObject({
    code: 'missing',
    message: 'There is no key for openai: OPENAI_API_KEY is not set.',
    fix: expect.stringContaining('export OPENAI_API_KEY'),
  });
  await expect(workers.start({ tasks: ['needlebnch'], flags })).rejects.toThrow('There is no task or family "needlebnch".');
  await expect(
    workers.plan({ tasks: ['needlebench'], flags: { ...flags, languages: 'fr' } }, new AbortController().signal),
  ).rejects.toThrow('NeedleBench cannot use languages: ["fr"].');
  const [id = ''] = await workers.start(form('m'));
  await vi.waitFor(() => expect(workers.workerOf(id)).toBe(null), WAIT);
  expect(workers.failureOf(id)).toMatch(/key/i);
  vi.stubEnv('FATHOM_API_KEY', 'right');
  await workers.resume(id);
  await vi.waitFor(() => expect(workers.workerOf(id)).toBe(null), WAIT);
  expect([workers.failureOf(id), await stateOf(id)]).toEqual([null, 'complete 3 of 3']);
  vi.stubEnv('FATHOM_API_KEY', '');
});

test('a dear run needs a yes', async () => {
  const form = {
    tasks: ['needlebench/single-retrieval'],
    flags: { model: 'mock/echo', lengths: '1k', depths: '0', repeats: 1, languages: 'en', first: 1, inputUsd: 1e6, outputUsd: 0 },
  };
  await expect(workers.start(form)).rejects.toThrow('This may cost up to $1,000.');
  const [id = ''] = await workers.start({ ...form, confirmed: true });
  await vi.waitFor(() => expect(workers.workerOf(id)).toBe(null), WAIT);
  expect(await stateOf(id)).toBe('complete 1 of 1');
});
