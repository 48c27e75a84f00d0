import { expect, it } from 'vitest';
import { namedLimit } from './named-limit.ts';

it.each([
  [8192, "This model's maximum context length is 8192 tokens. However, your messages resulted in 9010 tokens."],
  [
    4096,
    "This model's maximum context length is 4096 tokens. However, you requested 4204 tokens (4188 in the messages, 16 in the completion).",
  ],
  [200_000, 'prompt is too long: 210244 tokens > 200000 maximum'],
  [1_048_576, 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).'],
  [131_072, "This model's maximum prompt length is 131,072 but the request contains 150,001 tokens."],
  [9000, 'The prompt of 10400 tokens exceeds the context length of 9000 tokens'],
  [8192, 'request (9000 tokens) exceeds the available context size (8192 tokens), try increasing it'],
  [32_768, 'Input length 40000 exceeds max_model_len=32768'],
  [undefined, 'The prompt is too long for this model'],
  [undefined, 'Request too large (413)'],
])('%s: %s', (limit, message) => {
  expect(namedLimit(message)).toBe(limit);
});
