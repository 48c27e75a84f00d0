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

const ONE = 'needlebench/single-retrieval --lengths 1k --depths 0 --repeats 1 --languages en'.split(' ');
const plan = (...more: readonly string[]) => fathom(['plan', ...ONE, '--json', ...more]);

test('the plan counts thinking, in the cost and in the window', async () => {
  expect(JSON.parse((await plan('--reasoning-effort', 'low')).stdout)).toMatchObject({ maxAnswerTokens: 256 + 8192 });
  expect((await plan('--reasoning-budget', '500', '--context-tokens', '1787')).stderr).toContain('+ 500 thinking + 256 answer');
  expect(await plan('--reasoning-effort', 'hihg')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean high') });
});

test('a model that thinks by default gets room without a flag: in the plan, in the window and in the request', async () => {
  const planned = await plan('--model', 'openai/gpt-5', '--no-floor');
  expect(JSON.parse(planned.stdout)).toMatchObject({ maxAnswerTokens: 256 + 20_480, thinkingTokens: 20_480 });
  expect((await plan('--model', 'openai/gpt-5', '--context-tokens', '20k')).stderr).toContain('+ 20480 thinking + 256 answer');
  const limits = new Set<unknown>();
  const model = await serve({ answer: ({ maxTokens }) => (limits.add(maxTokens), 'no idea') });
  const run = await fathom([
    'run',
    ...ONE,
    '--model',
    model.replace('mock-model', 'openai/gpt-5-mini'),
    '--no-floor',
    '--context-tokens',
    '50k',
  ]);
  expect([...limits]).toEqual([256 + 20_480]);
  expect(run.stderr).toMatch(
    /gpt-5-mini thinks by default \(list of [\d-]+\): room for 20,480 more tokens an answer; --reasoning-effort or /,
  );
  expect(await fathom(['verify'])).toMatchObject({ code: 0 });
});
