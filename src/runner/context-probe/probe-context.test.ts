import { beforeAll, describe, expect, it } from 'vitest';
import { ModelError, type Generation, type Model, type ModelErrorKind, type TokenIndex, type Tokenizer } from '../../core/index.ts';
import { corpusOf, createDocuments, generateProse, indexCorpus, loadTokenizer } from '../../text/index.ts';
import { createFakeClock } from '../fake-clock.fixture.ts';
import { probeContext } from './probe-context.ts';
import type { ProbeOptions } from './probe-options.ts';

const prose = corpusOf(generateProse({ language: 'en', seed: 0, minimumBytes: 400_000 }), { language: 'en', origin: {} });
let text: { readonly index: TokenIndex; readonly tokenizer: Tokenizer };
beforeAll(async () => {
  const tokenizer = await loadTokenizer('words');
  text = { index: await indexCorpus(prose, tokenizer), tokenizer };
});

/** What a model does with a prompt of so many words, the how-manieth it is; undefined: it repeats the code words. */
type Behaviour = (
  tokens: number,
  nth: number,
  maxTokens: number,
) => ModelErrorKind | { readonly answer: string; readonly cut?: true } | undefined;

interface Asked {
  readonly tokens: number;
  readonly maxTokens: number;
}

function modelOf(behaviour: Behaviour): Model & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    id: 'fake/one',
    capabilities: new Set(['generate'] as const),
    extension: () => undefined,
    asked,
    async generate({ messages, output: { maxTokens } }): Promise<Generation> {
      const prompt = messages.flatMap(({ blocks }) => blocks.map(({ source }) => ('text' in source ? source.text() : ''))).join('');
      const tokens = text.tokenizer.count(prompt);
      asked.push({ tokens, maxTokens });
      const done = behaviour(tokens, asked.length, maxTokens);
      if (typeof done === 'string') throw new ModelError(done, `it said ${done}`);
      const words = Array.from(prompt.matchAll(/Code word: (\w+)\./g), ([, word]) => word);
      const usage = { inputTokens: tokens + 5, outputTokens: 7 };
      return { text: done?.answer ?? words.join(' '), finish: done?.cut ? 'length' : 'stop', usage, latencyMs: 0 };
    },
  };
}

function probe(behaviour: Behaviour, changes: Partial<ProbeOptions> = {}) {
  const model = modelOf(behaviour);
  const documents = createDocuments([prose]);
  const all = { model, text, documents, upToTokens: 40_000, maxTokensSent: 2_000_000, clock: createFakeClock(), ...changes };
  return { model, result: probeContext(all) };
}

const LIMIT = 11_000;

describe('a probe', () => {
  it.each([
    ['rejects', 'context'],
    ['rejects', 'invalid'],
    ['fails', 'server'],
    ['fails', 'timeout'],
  ] as const)('%s: a server that says %s beyond its limit', async (behaviour, kind) => {
    const { model, result } = probe((tokens) => (tokens > LIMIT ? kind : undefined));
    const found = await result;
    expect(found).toMatchObject({
      behaviour,
      stopped: null,
      overheadTokens: 5,
      answerTokens: 16,
      evidence: { counts: 'grows', recall: 1 },
    });
    expect(Math.abs(found.limit.tokens - LIMIT) / LIMIT).toBeLessThanOrEqual(0.01);
    expect(found.limit.belowTokens).toBeGreaterThan(LIMIT);
    expect(found.sent).toMatchObject({
      requests: model.asked.length,
      promptTokens: model.asked.reduce((sum, { tokens }) => sum + tokens, 0),
    });
  });

  it('repeats what may pass, and ends when the rate limit lets nothing longer through', async () => {
    const passing = await probe((tokens, nth) => (nth % 3 === 0 ? 'rate' : tokens > LIMIT ? 'context' : undefined)).result;
    expect([passing.behaviour, Math.abs(passing.limit.tokens - LIMIT) <= LIMIT / 100]).toEqual(['rejects', true]);
    const limited = await probe((tokens) => (tokens > LIMIT ? 'rate' : undefined)).result;
    expect(limited).toMatchObject({
      stopped: 'rate',
      stopMessage: expect.stringContaining('rate'),
      behaviour: 'unlimited',
      limit: { tokens: 8000 },
    });
  });

  it('ends when the server goes away, and throws when it was never there or the key is wrong', async () => {
    expect(await probe((_, nth) => (nth > 5 ? 'network' : undefined)).result).toMatchObject({ stopped: 'unreachable' });
    await expect(probe(() => 'network').result).rejects.toMatchObject({ kind: 'network' });
    await expect(probe((_, nth) => (nth > 4 ? 'auth' : undefined)).result).rejects.toMatchObject({ code: 'missing' });
  });

  it('sends no token beyond its budget, repeated requests included', async () => {
    for (const maxTokensSent of [500, 3500, 9000, 30_000]) {
      const { model, result } = probe((tokens, nth) => (nth % 4 === 0 ? 'server' : tokens > LIMIT ? 'context' : undefined), {
        maxTokensSent,
      });
      const { stopped, sent } = await result;
      const arrived = model.asked.reduce((sum, { tokens }) => sum + tokens, 0);
      expect([stopped, sent.promptTokens, arrived <= maxTokensSent]).toEqual(['budget', arrived, true]);
    }
  });

  it('stops between two prompts when it is interrupted', async () => {
    const drain = new AbortController();
    const { model, result } = probe(
      (_, nth) => {
        if (nth === 5) drain.abort();
        return undefined;
      },
      { signals: { drain: drain.signal } },
    );
    expect([(await result).stopped, model.asked.length]).toEqual(['interrupted', 5]);
  });

  it('gives a model that thinks first the room it needs, and one that never follows no more than it must', async () => {
    const thinker = probe((tokens, _, maxTokens) =>
      tokens > LIMIT ? 'context' : maxTokens < 1000 ? { answer: '', cut: true } : undefined,
    );
    expect(await thinker.result).toMatchObject({ answerTokens: 1024, evidence: { recall: 1 }, behaviour: 'rejects' });
    const mute = probe((tokens) => (tokens > LIMIT ? 'context' : { answer: 'ok' }));
    expect(await mute.result).toMatchObject({ answerTokens: 16, evidence: { recall: 0 }, behaviour: 'rejects' });
    expect(Math.max(...mute.model.asked.map(({ maxTokens }) => maxTokens))).toBe(16);
  });
});
