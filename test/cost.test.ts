import { expect, test } from 'vitest';
import { workplace } from './workplace.ts';

const { fathom, single, serve, log, file } = workplace();

const DEAR = ['run', 'needlebench/single-retrieval', '--lengths', '128k', '--repeats', '2', '--quiet'];
const VENDOR = { env: { OPENAI_API_KEY: 'sk-test', ANTHROPIC_API_KEY: 'sk-test' } };

test('plan says what each order gets from the prefix cache, how long it takes and what it costs, with the day of the prices', async () => {
  const args = [
    'plan',
    'needlebench/single-retrieval',
    '--lengths',
    '1k..32k',
    '--repeats',
    '2',
    '--languages',
    'en',
    '--model',
    'openai/gpt-5',
  ];
  const plan = JSON.parse((await fathom([...args, '--json'])).stdout) as {
    orders: { order: string; cachedShare: number; usd: number }[];
    cacheBound: number;
    money: { lowUsd: number; highUsd: number };
    priceSource: string;
  };
  const by = new Map(plan.orders.map((each) => [each.order, each]));
  expect([...by.keys()]).toEqual(['cache', 'fast', 'balanced', 'plan']);
  expect(by.get('cache')!.cachedShare).toBeGreaterThan(by.get('fast')!.cachedShare);
  expect(by.get('cache')!.cachedShare).toBeLessThanOrEqual(plan.cacheBound + 1e-9);
  expect(by.get('cache')!.usd).toBeLessThan(plan.money.highUsd);
  expect(by.get('cache')!.usd).toBeGreaterThan(plan.money.lowUsd);
  expect(plan.priceSource).toMatch(/^list of \d{4}-\d{2}-\d{2}$/);
  expect((await fathom(args)).stdout).toMatch(/cache ←.*\n[^]*no order gets more than \d+\.\d %[^]*Money: \$/);
});

test('a dear run is not begun without a yes or a budget, and a price file goes before the list', async () => {
  const model = await serve();
  const url = new URL(model.split('#')[0]!);
  const args = [...DEAR, '--model', 'openai/gpt-5', '--base-url', url.href];
  const refused = await fathom(args, VENDOR);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/This may cost up to \$\d+\.\d\d\.\n.*--yes.*--budget-usd/);
  expect(log()).toHaveLength(0);
  const cheap = file('prices.json', '{"asOf":"2026-01-31","models":{"openai/gpt-5":{"input":0.0001,"output":0}}}');
  const ran = await fathom(
    [
      'run',
      'needlebench/single-retrieval',
      '--lengths',
      '1k',
      '--depths',
      '0',
      '--repeats',
      '1',
      '--languages',
      'en',
      '--model',
      'openai/gpt-5',
      '--base-url',
      url.href,
      '--prices',
      cheap,
    ],
    VENDOR,
  );
  expect(ran.code).toBe(0);
  expect(ran.stderr).toContain('prices.json of 2026-01-31');
  const broken = await fathom([...args, '--prices', file('broken.json', '{"models":{"a":{"input":"free"}}}')], VENDOR);
  expect(broken).toMatchObject({ code: 3, stderr: expect.stringContaining('broken.json') });
});

test('a budget in tokens is a hard stop that leaves a valid partial run; a larger one goes on', async () => {
  const model = await serve();
  const stopped = await fathom(single('--model', model, '--store', 'budget', '--budget-tokens', '2700', '--concurrency', '1'));
  expect(stopped.code).toBe(4);
  expect(stopped.stderr).toMatch(/the next prompt could exceed it \([\d,]+ of 2,?700 tokens\)/);
  expect(log()).toHaveLength(2);
  const still = await fathom(['resume', '--store', 'budget', '--quiet']);
  expect([still.code, log().length]).toEqual([4, 2]);
  const done = await fathom(['resume', '--store', 'budget', '--quiet', '--budget-tokens', '1m']);
  expect([done.code, log().length]).toEqual([0, 3]);
});

test('wrong limits are misuse', async () => {
  for (const wrong of [
    ['--order', 'cash'],
    ['--budget-usd', 'free'],
    ['--rpm', '0'],
    ['--budget-usd', '1'],
    ['--input-usd', '1'],
  ]) {
    const { code, stderr } = await fathom(single('--model', 'mock/echo', ...wrong));
    expect({ wrong, code }).toEqual({ wrong, code: 2 });
    expect(stderr).toMatch(/^fathom: .+\n {2}.+/);
  }
});

test('limits by the minute spread requests, and orders ask everything once', async () => {
  const model = await serve();
  for (const order of ['cache', 'fast', 'balanced', 'plan']) {
    const before = log().length;
    const ran = await fathom(single('--model', model, '--order', order, '--store', order, '--rpm', '600', '--tpm', '10m'));
    expect({ order, code: ran.code, asked: log().length - before }).toEqual({ order, code: 0, asked: 3 });
  }
});
