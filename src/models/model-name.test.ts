import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FathomError } from '../core/index.ts';
import { parseModelName } from './model-name.ts';

it.each([
  ['openai/gpt-5', { provider: 'openai', model: 'gpt-5' }],
  ['openai/ft:gpt-4o/team', { provider: 'openai', model: 'ft:gpt-4o/team' }],
  ['anthropic/claude-sonnet-4-5', { provider: 'anthropic', model: 'claude-sonnet-4-5' }],
  ['google/gemini-2.5-pro', { provider: 'google', model: 'gemini-2.5-pro' }],
  ['baseline/lexical', { provider: 'baseline', model: 'lexical' }],
  ['mock/echo', { provider: 'mock', model: 'echo' }],
  ['http://localhost:8000/v1#qwen3', { provider: 'openai-compatible', baseUrl: 'http://localhost:8000/v1', model: 'qwen3' }],
  ['https://host/v1#Qwen/Qwen3-8B#a', { provider: 'openai-compatible', baseUrl: 'https://host/v1', model: 'Qwen/Qwen3-8B#a' }],
])('%s', (name, expected) => {
  expect(parseModelName(name)).toEqual(expected);
});

const trouble = (name: string): { readonly code: string; readonly fix: string } => {
  try {
    parseModelName(name);
  } catch (error) {
    return error instanceof FathomError ? { code: error.code, fix: error.fix ?? '' } : { code: 'not ours', fix: '' };
  }
  return { code: 'none', fix: '' };
};

describe('a name that is wrong', () => {
  it.each([
    ['opnai/gpt-5', 'Did you mean openai/gpt-5?'],
    ['OpenAI/gpt-5', 'Did you mean openai/gpt-5?'],
    ['antropic/claude-x', 'Did you mean anthropic/claude-x?'],
    ['gogle/gemini-x', 'Did you mean google/gemini-x?'],
    ['gpt-5', 'Did you mean openai/gpt-5?'],
    ['claude-sonnet-4-5', 'Did you mean anthropic/claude-sonnet-4-5?'],
    ['vertex/gemini-2.5-pro', 'Did you mean google/gemini-2.5-pro?'],
    ['openai/', 'Did you mean openai/MODEL?'],
    ['http://localhost:8000/v1', 'Add the model behind #: http://localhost:8000/v1#MODEL'],
    ['https://me:secret@host/v1#m', 'Give the key by its environment variable, or send it as a header'],
    ['meta-llama/Llama-3', expect.stringContaining('http://HOST:PORT/v1#MODEL')],
    ['', expect.stringContaining('http://HOST:PORT/v1#MODEL')],
  ])('%s: %s', (name, fix) => {
    expect(trouble(name)).toEqual({ code: 'misuse', fix });
  });

  it('never fails in another way', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (name) => {
        expect(['none', 'misuse']).toContain(trouble(name).code);
      }),
    );
  });
});
