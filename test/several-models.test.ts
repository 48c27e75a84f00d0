import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, log, path, requests, serve, single } = workplace();

/** Names of two models on one server. */
const two = (model: string) => [model, model.replace('#mock-model', '#other')] as const;

interface Listed {
  readonly run: string;
  readonly model: string;
  readonly done: number;
}

const runs = async (store: string) => JSON.parse((await fathom(['runs', '--json', '--store', store])).stdout) as readonly Listed[];

test('several models are asked the same samples, one after another, and stand side by side', async () => {
  const [first, second] = two(await serve({ answer: ({ model, prompt }) => (model === 'other' ? prompt : 'no idea') }));
  const args = single('--model', first, '--model', second, '--max-tokens', '2k', '--html', 'out.html', '--store', 'both');
  const { code, stdout, stderr } = await fathom(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /model +score +95 % +difference +95 % +p\nmock-model at \S+ +0\.0 +- +- +- +-\nother at \S+ +100\.0 +- +\+100\.0 +- +1\.000\n/,
  );
  expect(log().map(({ model }) => model)).toEqual(['mock-model', 'mock-model', 'mock-model', 'other', 'other', 'other']);
  expect(
    new Set(
      log()
        .slice(0, 3)
        .map(({ promptSha256 }) => promptSha256),
    ),
  ).toEqual(
    new Set(
      log()
        .slice(3)
        .map(({ promptSha256 }) => promptSha256),
    ),
  );
  const address = new URL(first).host.replace(':', '-');
  for (const file of [`out-1-${address}-v1-mock-model.html`, `out-2-${address}-v1-other.html`]) expect(existsSync(path(file))).toBe(true);
  const array = JSON.parse((await fathom([...args, '--json'])).stdout) as readonly RunSummary[];
  expect(array.map(({ model, overall }) => [model, overall.mean])).toEqual([
    [first, 0],
    [second, 1],
  ]);
  const groups = array.map(({ options }) => options['group']);
  expect([typeof groups[0], groups[0]]).toEqual(['string', groups[1]]);
});

test('a model that fails does not stop the others: the worst exit code, and only its samples are left', async () => {
  const [first, second] = two(await serve({ fault: (_, { model }) => (model === 'other' ? undefined : { kind: '500' }) }));
  const { code, stdout, stderr } = await fathom(
    single('--model', first, '--model', second, '--max-attempts', '1', '--store', 'failing', '--json'),
  );
  expect([code, (JSON.parse(stdout) as readonly RunSummary[]).map(({ pending, overall }) => [pending, overall.n])]).toMatchObject([
    4,
    [
      [0, 0],
      [0, 3],
    ],
  ]);
  expect(stderr).toContain('fathom resume');
});

test('Ctrl-C ends the first model; the second is resumed by its own run, and nothing is asked twice', async () => {
  const [first, second] = two(await serve({ latencyMs: 200 }));
  const stopped = await fathom(single('--model', first, '--model', second, '--concurrency', '1', '--store', 'stopped'), {
    onStart: (child) => void requests(1).then(() => child.kill('SIGINT')),
  });
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain(`${second} was not begun`);
  for (const { run } of await runs('stopped'))
    expect(await fathom(['resume', run, '--quiet', '--store', 'stopped'])).toMatchObject({ code: 0 });
  expect((await runs('stopped')).map(({ done }) => done)).toEqual([3, 3]);
  expect(log()).toHaveLength(6);
});

test('Ctrl-C with the last prompts of a model in flight: it ends, and neither its baselines nor the next model are asked', async () => {
  const [first, second] = two(await serve({ latencyMs: 600 }));
  const args = single('--model', first, '--model', second, '--with', 'closed-book', '--concurrency', '16', '--store', 'last');
  const stopped = await fathom(args, { onStart: (child) => void requests(3).then(() => child.kill('SIGINT')) });
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain(`${second} was not begun`);
  expect(log()).toHaveLength(3);
});

test('one model named twice, and several where one is taken, are misuse', async () => {
  expect(await fathom(single('--model', 'mock/echo', '--model', 'mock/echo'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('named twice'),
  });
  expect(await fathom(single('--model', 'mock/echo', '--model', 'openai/gpt-5'))).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('OPENAI_API_KEY'),
  });
});

test('plan says that each model is asked all of it', async () => {
  const args = [
    'plan',
    'needlebench/single-retrieval',
    '--lengths',
    '1k',
    '--repeats',
    '1',
    '--model',
    'openai/gpt-5',
    '--model',
    'google/gemini-2.5-pro',
  ];
  expect((await fathom(args)).stdout).toContain('Each of the 2 models is asked all of this.');
  expect(JSON.parse((await fathom([...args, '--json'])).stdout)).toMatchObject({
    prompts: 22,
    model: 'openai/gpt-5',
    models: ['openai/gpt-5', 'google/gemini-2.5-pro'],
  });
});
