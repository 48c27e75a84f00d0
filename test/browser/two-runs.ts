import { expect } from 'vitest';
import type { Place } from './in-browser.ts';

/** Names of the models, as the server of the tests knows them. */
export const [GOOD, POOR] = ['good-model', 'poor-model'] as const;

/** Prompts of each run: two lengths, three depths, two languages. */
export const PROMPTS = 12;

const ARGS = [
  'run',
  'needlebench/single-retrieval',
  '--lengths',
  '1k,2k',
  '--depths',
  '0,50,100',
  '--repeats',
  '1',
  '--languages',
  'en,zh',
];

/** Two runs on the same samples, with the retrieval baseline: one model repeats its prompt, the other one does so with every second. */
export async function twoRuns({ fathom, serve, store }: Place): Promise<void> {
  let asked = 0;
  const server = await serve({ answer: ({ model, prompt }) => (model === GOOD || asked++ % 2 === 0 ? prompt : 'I cannot say.') });
  const models = [GOOD, POOR].flatMap((name) => ['--model', server.replace('mock-model', name)]);
  const { code, stderr } = await fathom([...ARGS, ...models, '--max-tokens', '4k', '--no-floor', '--store', store, '--quiet', '--yes']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}
