import { afterEach, expect, test } from 'vitest';
import { FathomError, type BatchClient, type Ledger, type Model } from '../core/index.ts';
import { createOpenAiCompatible } from '../models/openai-compatible/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { startLoopbackServer, type LoopbackOptions, type LoopbackServer } from '../testing/loopback-server/index.ts';
import { createBudget } from './budget.ts';
import { systemClock } from './clock.ts';
import { executeRun } from './execute-run.ts';
import { createFakeClock } from './fake-clock.fixture.ts';
import { fakeOptions, fakeSample, fakeSamples, resultsOf, rowsOf, withRun } from './fake-run.fixture.ts';

let server: LoopbackServer | undefined;
let model: Model | undefined;
afterEach(async () => {
  await model?.close?.();
  await server?.close();
});

async function serve(options: LoopbackOptions = {}): Promise<{ readonly model: Model; readonly client: BatchClient }> {
  server = await startLoopbackServer({ answer: () => 'yes', ...options });
  model = createOpenAiCompatible({ id: 'batch/one', model: 'mock-model', baseUrl: `${server.url}/v1` });
  return { model, client: model.extension('batch')! };
}

const run = (ledger: Ledger, { model: asked, client }: { readonly model: Model; readonly client: BatchClient }) =>
  executeRun(fakeOptions(ledger, asked, { batch: { client }, clock: createFakeClock() }));

class Crash extends Error {}

/** Makes the n-th call of any of these methods the last thing that happens: done or not, nobody learns of it. */
function crashing(n: number, when: 'before' | 'after') {
  let left = n;
  const guard = <T extends object>(target: T, methods: readonly (keyof T)[]): T =>
    new Proxy(target, {
      get: (_, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        if (!methods.includes(key as keyof T)) return value.bind(target) as unknown;
        return async (...given: unknown[]) => {
          left -= 1;
          if (left < 0 || (left === 0 && when === 'before')) throw new Crash();
          const result: unknown = await (value.apply(target, given) as unknown);
          if (left === 0) throw new Crash();
          return result;
        };
      },
    });
  return { guard, reached: () => left <= 0 };
}

test('whenever the process dies, a resume ends with every answer recorded and no request handed in twice', async () => {
  let crashes = 0;
  for (const when of ['before', 'after'] as const) {
    for (let n = 1; ; n++) {
      const used = await serve({ batches: { looks: 1 } });
      const ledger = await withRun(createMemoryLedger(), fakeSamples(4));
      const { guard, reached } = crashing(n, when);
      const prepare: BatchClient['prepare'] = async (requests) => guard(await used.client.prepare(requests), ['submit']);
      const dying: BatchClient = { ...guard(used.client, ['find', 'state']), prepare };
      const died = await run(guard(ledger, ['saveBatch', 'record']), { ...used, client: dying }).catch((error: unknown) => error);
      expect(died instanceof Error && !(died instanceof Crash)).toBe(false);
      const crashed = reached();
      crashes += Number(crashed);
      if (crashed) await run(ledger, used);
      expect([when, n, await resultsOf(ledger)]).toEqual([when, n, ['ok 1', 'ok 1', 'ok 1', 'ok 1']]);
      expect([when, n, server!.log.length, server!.batches.length]).toEqual([when, n, 4, 1]);
      await model!.close!();
      await server!.close();
      if (!crashed) break;
    }
  }
  expect(crashes).toBeGreaterThan(15);
});

test('many steps are asked the usual way, the rest in a batch, and its calls say so', async () => {
  const used = await serve();
  const [single, twice] = [fakeSample('s/0'), fakeSample('s/1')];
  const ask = twice.ask.kind === 'generate' ? { ...twice.ask, steps: [...twice.ask.steps, ...twice.ask.steps] } : twice.ask;
  const ledger = await withRun(createMemoryLedger(), [single, { ...twice, ask }]);
  // A clock that jumps would end the requests that go to the server singly.
  const options = { batch: { client: used.client, pollMs: 1 }, clock: systemClock };
  expect((await executeRun(fakeOptions(ledger, used.model, options))).status).toBe('complete');
  expect((await rowsOf(ledger)).map(({ outcome }) => outcome?.calls.map(({ batch }) => batch))).toEqual([[true], [undefined, undefined]]);
  expect(server!.batches.map(({ customIds }) => customIds.length)).toEqual([1]);
});

test('what the budget lets in only beside the room kept for the first goes out in a second batch; then nothing could exceed it', async () => {
  const { model: asked, client } = await serve();
  const ledger = await withRun(createMemoryLedger(), fakeSamples(4));
  // Each prompt may take 110 tokens; the server counts two or so.
  const budget = createBudget({ tokens: 250 });
  const end = await executeRun(fakeOptions(ledger, asked, { batch: { client }, clock: createFakeClock(), budget }));
  expect([end.status, server!.batches.map(({ customIds }) => customIds.length)]).toEqual(['complete', [2, 2]]);
});

test('a field that the model refuses is left out when its requests are asked again', async () => {
  const used = await serve({ refuse: ['temperature'] });
  const ledger = await withRun(createMemoryLedger(), fakeSamples(2));
  expect((await run(ledger, used)).status).toBe('incomplete');
  expect(await resultsOf(ledger)).toEqual(['protocol', 'protocol']);
  await run(ledger, used);
  expect(await resultsOf(ledger)).toEqual(['ok 1', 'ok 1']);
});

test('a wrong key ends the run and hands nothing in', async () => {
  const used = await serve({ requireKey: 'another' });
  const ledger = await withRun(createMemoryLedger(), fakeSamples(2));
  const { error } = await run(ledger, used);
  expect(error).toBeInstanceOf(FathomError);
  expect([error?.code, await resultsOf(ledger), server!.batches]).toEqual(['missing', ['pending', 'pending'], []]);
});
