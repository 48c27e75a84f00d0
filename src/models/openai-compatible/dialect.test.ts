import { expect, it } from 'vitest';
import { learnDialect, type Dialect } from './dialect.ts';

const usual: Dialect = { maxTokensField: 'max_tokens', temperature: true, streamOptions: true };
const newer: Dialect = { ...usual, maxTokensField: 'max_completion_tokens' };

it.each([
  ["Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", usual, newer],
  ['{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"],"msg":"Extra inputs are not permitted"}]}', newer, usual],
  ['Unrecognized request argument supplied: max_completion_tokens', newer, usual],
  [
    "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
    usual,
    { ...usual, temperature: false },
  ],
  ['`temperature` must be strictly positive', usual, { ...usual, temperature: false }],
  ['Unknown field: stream_options', usual, { ...usual, streamOptions: false }],
  ['{"msg":"Extra inputs are not permitted","loc":["body","stream_options"]}', usual, { ...usual, streamOptions: false }],
])('learns from %s', (refusal, used, learned) => {
  expect(learnDialect(refusal, used, used)).toEqual(learned);
});

it.each([
  ['max_tokens is too large: 9000. This model takes at most 4096 completion tokens', usual],
  ["'max_completion_tokens' is not supported", usual],
  ["'temperature' is not supported", { ...usual, temperature: false }],
  ['The model `x` does not exist', usual],
  ['messages: unexpected role', usual],
])('learns nothing from %s', (refusal, used) => {
  expect(learnDialect(refusal, used, used)).toBeUndefined();
});

it('keeps what another call has learned meanwhile', () => {
  expect(learnDialect("Unsupported parameter: 'temperature'", usual, newer)).toEqual({ ...newer, temperature: false });
});
