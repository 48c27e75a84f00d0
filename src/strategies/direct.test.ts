import { describe, expect, it } from 'vitest';
import {
  ModelError,
  type Ask,
  type Documents,
  type Generation,
  type Model,
  type ModelRequest,
  type Step,
  type StrategyEnv,
} from '../core/index.ts';
import type { RenderStep } from './answer-in-order.ts';
import { createDirect } from './direct.ts';

const documents: Documents = { bytes: () => new Uint8Array() };

/** Renders a step to one message: its text pieces, with each reply piece replaced by the reply in brackets. */
const renderStep: RenderStep = (asked, _, { replies = [], attemptId } = {}) => {
  const pieces = asked.messages.flatMap((message) => message.blocks.flatMap((block) => block.pieces));
  const text = pieces.map((piece) => ('reply' in piece ? `[${replies[piece.reply]}]` : 'text' in piece ? piece.text : '')).join('');
  const source = { byteLength: text.length, digest: () => '', chunks: () => [new TextEncoder().encode(text)], text: () => text };
  return { messages: [{ from: 'user', blocks: [{ role: 'question', source }] }], output: asked.output, ...(attemptId && { attemptId }) };
};

function step(maxTokens: number, ...pieces: Step['messages'][number]['blocks'][number]['pieces']): Step {
  return { messages: [{ from: 'user', blocks: [{ role: 'question', pieces }] }], output: { maxTokens } };
}

function generation(text: string): Generation {
  return { text, finish: 'stop', usage: {}, latencyMs: 1 };
}

function envAnswering(answer: (prompt: string) => Generation): { readonly env: StrategyEnv; readonly requests: ModelRequest[] } {
  const requests: ModelRequest[] = [];
  const model: Model = {
    id: 'fake',
    capabilities: new Set(['generate'] as const),
    generate: async (request) => {
      requests.push(request);
      const source = request.messages[0]!.blocks[0]!.source;
      return answer('text' in source ? source.text() : '');
    },
    extension: () => undefined,
  };
  return { env: { model, documents, signal: new AbortController().signal, attemptId: 'r1/s' }, requests };
}

const fit = { policy: 'as-is', tokenizer: 'characters' } as const;

describe('createDirect', () => {
  it('asks the steps in order and quotes earlier replies', async () => {
    const { env, requests } = envAnswering((prompt) => generation(`<${prompt}>`));
    const ask: Ask = {
      kind: 'generate',
      steps: [step(5, { text: 'one' }), step(6, { text: 'two ' }, { reply: 0 }), step(7, { reply: 1 }, { reply: 0 })],
      fit,
    };
    const replies = ['<one>', '<two [<one>]>', '<[<two [<one>]>][<one>]>'];
    expect(await createDirect({ renderStep }).answer(ask, env)).toEqual({ replies, generations: replies.map(generation) });
    expect(requests.map((request) => [request.output.maxTokens, request.attemptId])).toEqual([
      [5, 'r1/s'],
      [6, 'r1/s'],
      [7, 'r1/s'],
    ]);
  });

  it('lets a failed call through and asks nothing after it', async () => {
    const failure = new ModelError('server', 'broken');
    const { env, requests } = envAnswering(() => {
      throw failure;
    });
    const ask: Ask = { kind: 'generate', steps: [step(5, { text: 'one' }), step(5, { reply: 0 })], fit };
    await expect(createDirect({ renderStep }).answer(ask, env)).rejects.toBe(failure);
    expect(requests.length).toBe(1);
  });

  it('refuses a retrieval ask', async () => {
    const { env } = envAnswering(generation);
    const ask: Ask = { kind: 'retrieve', query: [{ text: 'q' }], collection: 'c', topK: 3 };
    await expect(createDirect({ renderStep }).answer(ask, env)).rejects.toMatchObject({ name: 'FathomError', code: 'misuse' });
  });
});
