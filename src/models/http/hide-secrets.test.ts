import { expect, test } from 'vitest';
import type { Generation } from '../../core/index.ts';
import { hideSecrets, withoutSecrets } from './hide-secrets.ts';

const key = 'sk-TEST"/+é-1234567';
const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([key, `Bearer ${key}`, encodeURIComponent(key), JSON.stringify(key), base64(key), base64(`Bearer ${key}`)])(
  'hides %j',
  (form) => {
    const clean = hideSecrets(`the header was ${form}, and the answer is Ada`, [key]);
    expect(clean).toContain('[key]');
    expect(clean).toContain('and the answer is Ada');
    expect(clean).not.toContain('1234567');
    expect(clean).not.toContain(base64(key).slice(4, 14));
  },
);

const answer: Generation = {
  text: `it was ${key}`,
  reasoning: `so ${key}`,
  finish: 'stop',
  usage: { inputTokens: 3, raw: { note: key, prompt_tokens: 3 } },
  latencyMs: 1,
};

test('an answer, its thinking and its raw usage lose the key and nothing else', () => {
  expect(withoutSecrets(answer, [key])).toEqual({
    ...answer,
    text: 'it was [key]',
    reasoning: 'so [key]',
    usage: { inputTokens: 3, raw: { note: '[key]', prompt_tokens: 3 } },
  });
  expect(withoutSecrets(answer, ['sk-OTHER-1234567'])).toBe(answer);
});

test('a placeholder for a key is a word that answers may hold', () => {
  const said = { ...answer, text: 'The box is EMPTY, none is left.' };
  expect(withoutSecrets(said, ['EMPTY', 'none'])).toBe(said);
});
