import { expect, test } from 'vitest';
import { ModelError, type Embedder } from '../core/index.ts';
import { createBudget } from './budget.ts';
import { embedTexts, type EmbedEvent, type VectorStore } from './embed-texts.ts';
import { createFakeClock } from './fake-clock.fixture.ts';

function memoryStore(): VectorStore & { readonly kept: Map<string, Float32Array> } {
  const kept = new Map<string, Float32Array>();
  return { kept, get: (text) => kept.get(text), add: (texts, { vectors }) => texts.forEach((text, i) => kept.set(text, vectors[i]!)) };
}

/** An encoder of one number, the text's length; `fault` may throw. */
function lengths(fault: (call: number, texts: readonly string[]) => void = () => undefined) {
  const calls: (readonly string[])[] = [];
  const embedder: Embedder = {
    async embed(texts) {
      calls.push(texts);
      fault(calls.length, texts);
      return { vectors: texts.map((text) => Float32Array.of(text.length)), usage: { inputTokens: texts.join('').length }, latencyMs: 1 };
    },
  };
  return { calls, embedder };
}

const numbers = async (made: AsyncIterable<Float32Array | undefined>) => Array.from(await Array.fromAsync(made), (vector) => vector?.[0]);

test('vectors come in the order of the texts; a text is sent once, in batches, a known one never', async () => {
  const { calls, embedder } = lengths();
  const store = memoryStore();
  const embed = embedTexts({ embedder, store, batchTexts: 2, batchCharacters: 6, limits: { concurrency: 1 } });
  expect(await numbers(embed(['a', 'bb', 'a', 'ccc', 'dddd', 'bb']))).toEqual([1, 2, 1, 3, 4, 2]);
  expect(calls).toEqual([['a', 'bb'], ['ccc'], ['dddd']]);
  expect(await numbers(embed(['dddd', 'a']))).toEqual([4, 1]);
  expect(calls).toHaveLength(3);
});

test('failures that may pass are repeated as in runs, the server’s own wait is kept, all else ends it with what was answered kept', async () => {
  const clock = createFakeClock();
  const { calls, embedder } = lengths((call) => {
    if (call === 1) throw new ModelError('rate', 'slow down', { retryAfterMs: 7000 });
    if (call === 2) throw new ModelError('protocol', 'no vectors');
    if (call === 4) throw new ModelError('auth', 'the key is wrong');
  });
  const store = memoryStore();
  const embed = embedTexts({ embedder, store, batchTexts: 1, limits: { concurrency: 1 }, clock });
  await expect(numbers(embed(['a', 'bb']))).rejects.toMatchObject({ kind: 'auth' });
  expect([calls.length, [...store.kept.keys()]]).toEqual([4, ['a']]);
  expect(clock.waited).toContain(7000);
});

test('a batch that is too long is halved; one text that is too long is skipped, or ends it', async () => {
  const long = (_: number, texts: readonly string[]) => {
    if (texts.join('').length > 4) throw new ModelError('context', 'too long');
  };
  const events: EmbedEvent[] = [];
  const options = { embedder: lengths(long).embedder, store: memoryStore(), onEvent: (event: EmbedEvent) => void events.push(event) };
  expect(await numbers(embedTexts({ ...options, tooLong: 'skip' })(['aa', 'bb', 'ccccc', 'd']))).toEqual([2, 2, undefined, 1]);
  expect(events).toContainEqual({ type: 'skipped', text: 'ccccc', why: 'too long' });
  await expect(numbers(embedTexts(options)(['ccccc']))).rejects.toMatchObject({ kind: 'context' });
});

test('a budget is never exceeded', async () => {
  const { calls, embedder } = lengths();
  const budget = createBudget({ tokens: 10 });
  const embed = embedTexts({ embedder, store: memoryStore(), budget, batchTexts: 1, limits: { concurrency: 1 } });
  await expect(numbers(embed(['aaaa', 'bbbb', 'cccc', 'dddd']))).rejects.toMatchObject({ kind: 'aborted' });
  expect(calls.flat().join('').length).toBeLessThanOrEqual(10);
});
