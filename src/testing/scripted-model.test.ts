import { expect, it } from 'vitest';
import { ModelError, type ModelRequest } from '../core/index.ts';
import { memoryText } from './model-conformance.ts';
import { createScriptedModel, type ScriptedModel } from './scripted-model.ts';

const request: ModelRequest = {
  messages: [
    {
      from: 'user',
      blocks: [
        { role: 'context', source: memoryText('é') },
        { role: 'question', source: memoryText('why') },
      ],
    },
  ],
  output: { maxTokens: 5 },
  attemptId: 'a-1',
  cacheKey: 'k',
};
const ask = (model: ScriptedModel) => model.generate(request, { signal: new AbortController().signal });

it('answers by script and records calls without their text', async () => {
  const model = createScriptedModel({ reply: (_request, { number }) => `answer ${number}`, usage: { inputTokens: 4 } });
  expect(await ask(model)).toEqual({ text: 'answer 1', finish: 'stop', usage: { inputTokens: 4 }, latencyMs: 0 });
  expect((await ask(model)).text).toBe('answer 2');
  expect(model.calls).toEqual([
    { number: 1, maxTokens: 5, attemptId: 'a-1', cacheKey: 'k', promptBytes: 5 },
    { number: 2, maxTokens: 5, attemptId: 'a-1', cacheKey: 'k', promptBytes: 5 },
  ]);
});

it('keeps prompts when asked', async () => {
  const model = createScriptedModel({ keepPrompts: true });
  await ask(model);
  expect(model.calls[0]?.prompts).toEqual(['éwhy']);
});

it('fails in the order given, then answers', async () => {
  const model = createScriptedModel({ errors: [new ModelError('rate', 'slow'), undefined, new ModelError('server', 'broke')] });
  await expect(ask(model)).rejects.toMatchObject({ kind: 'rate' });
  expect((await ask(model)).text).toBe('ok');
  await expect(ask(model)).rejects.toMatchObject({ kind: 'server' });
  expect((await ask(model)).text).toBe('ok');
  expect(model.calls).toHaveLength(4);
});
