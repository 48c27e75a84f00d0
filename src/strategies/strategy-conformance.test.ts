import { describe, expect, it } from 'vitest';
import type { Strategy } from '../core/index.ts';
import { createScriptedModel, strategyConformance } from '../testing/index.ts';
import { renderStep } from '../text/index.ts';
import { createClosedBook, createDirect, createOracle, createRetrieval } from './index.ts';

const direct = () => createDirect({ renderStep });

describe.each([
  ['direct', direct],
  ['retrieval', () => createRetrieval({ renderStep, topK: 3, passageTokens: 50 })],
  ['closed-book', () => createClosedBook({ renderStep })],
  ['oracle', () => createOracle({ renderStep })],
])('strategy %s', (_, create) => {
  it.each(strategyConformance({ create }))('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

/** `direct` with a fault. */
const faulty = (answer: Strategy['answer']): Strategy => ({ ...direct(), answer });
let asked = 0;

it.each<[string, string, () => Strategy]>([
  [
    'looks for the target',
    'reads nothing but the ask',
    () => faulty(async (ask, env) => ({ ...(await direct().answer(ask, env)), trace: (ask as unknown as { target: string }).target })),
  ],
  [
    'asks a model of its own',
    'asks through the model',
    () => faulty(async (ask, env) => direct().answer(ask, { ...env, model: createScriptedModel() })),
  ],
  [
    'ignores the signal',
    'stops waiting',
    () => faulty(async (ask, env) => direct().answer(ask, { ...env, signal: AbortSignal.timeout(50) })),
  ],
  ['remembers', 'does the same', () => faulty(async (ask, env) => ({ ...(await direct().answer(ask, env)), trace: (asked += 1) }))],
])('the suite catches a strategy that %s', async (_, name, create) => {
  const check = strategyConformance({ create }).find((each) => each.name.startsWith(name))!;
  await expect(check.run()).rejects.toMatchObject({ name: 'AssertionError' });
});
