import { expect, it } from 'vitest';
import { anthropicUsage } from '../anthropic/create-anthropic.ts';
import { googleUsage } from '../google/create-google.ts';
import { openAiUsage } from '../openai/create-openai.ts';

it.each([
  [
    'all',
    { input_tokens: 9, input_tokens_details: { cached_tokens: 4 }, output_tokens: 5, output_tokens_details: { reasoning_tokens: 2 } },
    [9, 4, 5, 2],
  ],
  ['chat', { prompt_tokens: 9, prompt_tokens_details: { cached_tokens: 0 }, completion_tokens: 5 }, [9, 0, 5, undefined]],
  ['few', { input_tokens: 9, output_tokens: 5, output_tokens_details: null }, [9, undefined, 5, undefined]],
])('OpenAI: %s', (_name, raw, expected) => {
  const { inputTokens, cachedTokens, outputTokens, reasoningTokens } = openAiUsage(raw);
  expect([inputTokens, cachedTokens, outputTokens, reasoningTokens]).toEqual(expected);
});

it.each([
  [
    'all',
    {
      input_tokens: 1,
      cache_creation_input_tokens: 3,
      cache_read_input_tokens: 5,
      output_tokens: 7,
      output_tokens_details: { thinking_tokens: 2 },
    },
    [9, 5, 3, 7, 2],
  ],
  ['few', { input_tokens: 9, output_tokens: 5, cache_read_input_tokens: null }, [9, null, undefined, 5, undefined]],
  ['no input', { cache_read_input_tokens: 5 }, [undefined, 5, undefined, undefined, undefined]],
])('Anthropic: %s', (_name, raw, expected) => {
  const { inputTokens, cachedTokens, cacheWriteTokens, outputTokens, reasoningTokens } = anthropicUsage(raw);
  expect([inputTokens, cachedTokens, cacheWriteTokens, outputTokens, reasoningTokens]).toEqual(expected);
});

it.each([
  ['all', { promptTokenCount: 9, cachedContentTokenCount: 4, candidatesTokenCount: 3, thoughtsTokenCount: 2 }, [9, 4, 5, 2]],
  ['few', { promptTokenCount: 9, candidatesTokenCount: 3 }, [9, undefined, 3, undefined]],
  ['thoughts took the whole limit', { promptTokenCount: 9, thoughtsTokenCount: 2 }, [9, undefined, 2, 2]],
  ['no answer', { promptTokenCount: 9 }, [9, undefined, undefined, undefined]],
])('Google: %s', (_name, raw, expected) => {
  const { inputTokens, cachedTokens, outputTokens, reasoningTokens } = googleUsage(raw);
  expect([inputTokens, cachedTokens, outputTokens, reasoningTokens]).toEqual(expected);
});
