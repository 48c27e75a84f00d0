import { expect, test } from 'vitest';
import { ModelError } from '../core/index.ts';
import { createMemoryLedger } from '../store/index.ts';
import { createScriptedModel } from '../testing/index.ts';
import { createFakeClock } from './fake-clock.fixture.ts';
import { createLedgerJudge } from './ledger-judge.ts';
import { createRecordedJudge } from './recorded-judge.ts';

const usage = { inputTokens: 10, outputTokens: 2 };
const asked = (key: string) => ['Is it so?', { key, maxTokens: 64 }] as const;

function judgeOf(options: NonNullable<Parameters<typeof createScriptedModel>[0]>) {
  const model = createScriptedModel({ usage, keepPrompts: true, ...options });
  const ledger = createMemoryLedger();
  const clock = createFakeClock();
  return { model, ledger, clock, judge: createLedgerJudge({ model, ledger, clock }) };
}

test('a reply is on the ledger with its usage, and is given again by any later judge of that name', async () => {
  const { model, ledger, judge } = judgeOf({ reply: () => 'yes' });
  expect(await judge.ask(...asked('k'))).toEqual({ text: 'yes', usage });
  expect(await judge.ask(...asked('k'))).toEqual({ text: 'yes', usage, onRecord: true });
  expect(await judge.again.ask(...asked('k'))).toEqual({ text: 'yes', usage });
  expect(await judge.again.ask(...asked('k'))).toEqual({ text: 'yes', usage, onRecord: true });
  expect(model.calls.map(({ prompts, maxTokens }) => ({ prompts, maxTokens }))).toEqual([{ prompts: ['Is it so?'], maxTokens: 64 }]);
  expect(judge.spent()).toEqual({ asked: 1, onRecord: 1, usages: [usage] });
  expect(await ledger.cached('k/mock/scripted')).toEqual([{ text: 'yes', finish: 'stop', usage, latencyMs: 0 }]);
  const later = createRecordedJudge('mock/scripted', ledger);
  expect(await later.ask(...asked('k'))).toEqual({ text: 'yes', usage, onRecord: true });
  await expect(later.ask(...asked('other'))).rejects.toThrow('no reply on record');
  await expect(createRecordedJudge('mock/other', ledger).ask(...asked('k'))).rejects.toThrow('no reply on record');
});

test('the same question twice at once is one question', async () => {
  const { model, judge } = judgeOf({ reply: () => 'yes' });
  await Promise.all([judge.ask(...asked('k')), judge.ask(...asked('k')), judge.ask(...asked('l'))]);
  expect(model.calls).toHaveLength(2);
});

test('what may pass is tried again; what will not is thrown, and nothing is kept', async () => {
  const server = new ModelError('server', 'busy');
  const { clock, judge, ledger } = judgeOf({ errors: [server, server, undefined, new ModelError('invalid', 'no')] });
  expect(await judge.ask(...asked('k'))).toEqual({ text: 'ok', usage });
  expect(clock.waited).toHaveLength(2);
  await expect(judge.ask(...asked('l'))).rejects.toThrow('no');
  expect(await ledger.cached('l/mock/scripted')).toBeUndefined();
  expect(judge.failure()).toBeUndefined();
});

test('a wrong key ends the judging', async () => {
  const { model, judge } = judgeOf({ errors: [new ModelError('auth', 'wrong key')] });
  await expect(judge.ask(...asked('k'))).rejects.toThrow('wrong key');
  expect(judge.failure()).toMatchObject({ code: 'missing', message: 'The judge mock/scripted cannot be asked: wrong key' });
  await expect(judge.ask(...asked('l'))).rejects.toMatchObject({ kind: 'aborted' });
  expect(model.calls).toHaveLength(1);
});

test('a judge whose server is gone is given up, and asked no more', async () => {
  const { model, judge } = judgeOf({ errors: Array.from({ length: 60 }, () => new ModelError('network', 'refused')) });
  for (const key of ['a', 'b', 'c']) await expect(judge.ask(...asked(key))).rejects.toThrow('refused');
  expect(judge.failure()).toMatchObject({ message: 'The judge mock/scripted cannot be asked: refused' });
  const before = model.calls.length;
  await expect(judge.ask(...asked('d'))).rejects.toMatchObject({ kind: 'aborted' });
  expect(model.calls).toHaveLength(before);
});
