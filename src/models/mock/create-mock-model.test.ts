import { expect, it } from 'vitest';
import { FathomError, type RequestBlock } from '../../core/index.ts';
import { memoryText } from '../../testing/model-conformance.ts';
import { createMockModel } from './create-mock-model.ts';

const block = (role: RequestBlock['role'], text: string): RequestBlock => ({ role, source: memoryText(text) });
const signal = new AbortController().signal;
const output = { maxTokens: 9 };

it('echo answers with the question', async () => {
  const model = createMockModel({ id: 'mock/echo', model: 'echo' });
  const messages = [
    {
      from: 'user' as const,
      blocks: [block('context', 'Long.'), block('question', 'Who'), block('format', 'One word.'), block('question', '?')],
    },
    { from: 'assistant' as const, blocks: [block('format', 'It was')] },
  ];
  expect(await model.generate({ messages, output }, { signal })).toEqual({ text: 'Who?', finish: 'stop', usage: {}, latencyMs: 0 });
});

it('echo answers with the last message when there is no question', async () => {
  const model = createMockModel({ id: 'mock/echo', model: 'echo' });
  const messages = [{ from: 'user' as const, blocks: [block('context', 'a'), block('format', 'b')] }];
  expect((await model.generate({ messages, output }, { signal })).text).toBe('ab');
});

it('stops when told, and knows no other name', async () => {
  const model = createMockModel({ id: 'mock/echo', model: 'echo' });
  await expect(model.generate({ messages: [], output }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'aborted' });
  expect(() => createMockModel({ id: 'mock/toString', model: 'toString' })).toThrow(FathomError);
});
