import { expect, test } from 'vitest';
import type { RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, serve, single } = workplace();

test('answers cut while thinking raise an alarm of their own; a budget gives room in the request', async () => {
  const limits = new Set<unknown>();
  const model = await serve({
    answer: ({ maxTokens }) => {
      limits.add(maxTokens);
      return { text: 'no idea', reasoning: 'hmm '.repeat(400) };
    },
  });
  const cut = await fathom(single('--model', model));
  expect(cut.stdout).toMatch(/warning: thinking-cut: .*thinking budget \(3\)/);
  expect(cut.stdout).toMatch(/768 out \(768 of them thinking\)/);
  const roomy = await fathom(single('--model', model, '--reasoning-budget', '500', '--json'));
  expect(JSON.parse(roomy.stdout) as RunSummary).toMatchObject({ alarms: [], usage: { reasoningTokens: 1200 }, overall: { n: 3 } });
  expect([...limits]).toEqual([256, 756]);
});

const plan = (...more: readonly string[]) =>
  fathom([
    'plan',
    'needlebench/single-retrieval',
    '--lengths',
    '1k',
    '--depths',
    '0',
    '--repeats',
    '1',
    '--languages',
    'en',
    '--json',
    ...more,
  ]);

test('the plan counts thinking, in the cost and in the window', async () => {
  expect(JSON.parse((await plan('--reasoning-effort', 'low')).stdout)).toMatchObject({ maxAnswerTokens: 256 + 8192 });
  expect((await plan('--reasoning-budget', '500', '--context-tokens', '1787')).stderr).toContain('+ 500 thinking + 256 answer');
  expect(await plan('--reasoning-effort', 'hihg')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean high') });
});
