import assert from 'node:assert/strict';
import { ModelError, type Ask, type Block, type Documents, type Model, type Strategy, type StrategyEnv } from '../core/index.ts';
import type { ConformanceCheck } from './model-conformance.ts';
import { createScriptedModel, type ScriptedModel, type ScriptedModelOptions } from './scripted-model.ts';

/** Makes the strategy anew for every check. */
export interface StrategySubject {
  readonly create: () => Strategy;
}

const DOCUMENT = Array.from({ length: 60 }, (_, i) => `Keeper ${i} of the lamp wrote a letter about the weather on day ${i}. `).join('');
const bytes = Buffer.from(DOCUMENT, 'utf8');
const documents: Documents = { bytes: () => bytes };

const QUESTIONS = ['What is the colour of the bronze telescope?', 'Who owned the telescope of that colour?'];
const FORMAT = 'Answer in one word.';

/**
 * The checks that every Strategy passes: it sees the ask alone (its target is not there to be read), asks only through `env.model`, step by step and
 * with the attempt's id, stops when told to, changes nothing, and does the same every time.
 */
export function strategyConformance({ create }: StrategySubject): ConformanceCheck[] {
  const check = (name: string, run: (strategy: Strategy) => Promise<void>): ConformanceCheck => ({ name, run: () => run(create()) });
  return [
    check('has an id, a version, and asks for what it needs', async ({ id, version, needs }) => {
      assert.match(id, /^[a-z][\w-]*$/);
      assert.ok(Number.isInteger(version) && version > 0);
      assert.ok(needs.includes('generate'));
    }),
    check('reads nothing but the ask and its environment, and changes neither', async (strategy) => {
      await strategy.answer(guarded(frozen(twoSteps())), guarded(envOf(createScriptedModel())));
    }),
    check('asks through the model of its environment alone, and gives every generation', async (strategy) => {
      const model = createScriptedModel({ reply: (_, { number }) => `reply ${number}`, usage: { inputTokens: 7 } });
      const { replies, generations } = await strategy.answer(twoSteps(), envOf(model));
      assert.equal(replies.length, 2);
      assert.equal(generations.length, model.calls.length);
      assert.deepEqual(
        generations.map(({ text }) => text),
        model.calls.map(({ number }) => `reply ${number}`),
      );
      assert.deepEqual(new Set(model.calls.map(({ attemptId }) => attemptId)), new Set(['run/sample/1']));
    }),
    check('keeps question, format and output, and quotes earlier replies', async (strategy) => {
      const model = createScriptedModel({ keepPrompts: true, reply: (_, { number }) => `reply-${number}.` });
      const { replies } = await strategy.answer(twoSteps(), envOf(model));
      const prompts = model.calls.map((call) => call.prompts!.join('\n'));
      for (const text of [...QUESTIONS, FORMAT])
        assert.ok(
          prompts.some((prompt) => prompt.includes(text)),
          `no prompt holds: ${text}`,
        );
      assert.ok(prompts.at(-1)!.includes(replies[0]!), 'the second step quotes the reply to the first');
      assert.deepEqual([model.calls[0]!.maxTokens, model.calls.at(-1)!.maxTokens], [11, 12]);
    }),
    check('does the same every time', async (strategy) => {
      assert.deepEqual(await transcript(strategy), await transcript(create()));
    }),
    check('asks nothing when stopped before', async (strategy) => {
      const model = createScriptedModel();
      assert.equal((await failure(strategy, model, AbortSignal.abort())).kind, 'aborted');
      assert.equal(model.calls.length, 0);
    }),
    check('stops waiting when stopped', async (strategy) => {
      const stop = new AbortController();
      const model = createScriptedModel({ reply: () => (setImmediate(() => stop.abort()), 'hang') });
      assert.equal((await failure(strategy, model, stop.signal)).kind, 'aborted');
      assert.equal(model.calls.length, 1);
    }),
    check('lets a failed call through and asks nothing after it', async (strategy) => {
      const model = createScriptedModel({ errors: [new ModelError('server', 'broken')] });
      assert.equal((await failure(strategy, model)).kind, 'server');
      assert.equal(model.calls.length, 1);
    }),
  ];
}

async function transcript(strategy: Strategy): Promise<unknown> {
  const options: ScriptedModelOptions = { keepPrompts: true, reply: (_, { number }) => `reply ${number}` };
  const model = createScriptedModel(options);
  return { answer: await strategy.answer(twoSteps(), envOf(model)), calls: model.calls };
}

async function failure(strategy: Strategy, model: ScriptedModel, signal?: AbortSignal): Promise<ModelError> {
  const error = await strategy.answer(twoSteps(), envOf(model, signal)).then(
    (answer) => assert.fail(`It answered: ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ModelError, `Not a ModelError: ${String(error)}`);
  return error;
}

function envOf(model: Model, signal = new AbortController().signal): StrategyEnv {
  return { model, documents, signal, attemptId: 'run/sample/1' };
}

/** Two questions over a document of some 4 kB with one needle; the second quotes the reply to the first. */
function twoSteps(): Ask {
  const half = DOCUMENT.indexOf('Keeper 30');
  const story = (step: number): readonly Block[] => [
    { role: 'instruction', pieces: [{ text: 'Read.\n' }] },
    { role: 'context', pieces: [{ doc: 'd', from: 0, to: half }] },
    { role: 'evidence', id: `needle-${step}`, pieces: [{ text: 'The bronze telescope has a green colour. ' }] },
    { role: 'context', pieces: [{ doc: 'd', from: half, to: bytes.length }], cacheBreak: true },
  ];
  const asking = (step: number): readonly Block[] => [
    { role: 'question', pieces: [{ text: `\n${QUESTIONS[step]}` }] },
    { role: 'format', pieces: [{ text: ` ${FORMAT}` }] },
  ];
  return {
    kind: 'generate',
    fit: { policy: 'as-is', tokenizer: 'characters' },
    steps: [
      { messages: [{ from: 'user', blocks: [...story(0), ...asking(0)] }], output: { maxTokens: 11 } },
      {
        messages: [
          { from: 'user', blocks: [...story(1), ...asking(0)] },
          { from: 'assistant', blocks: [{ role: 'example', pieces: [{ reply: 0 }] }] },
          { from: 'user', blocks: asking(1) },
        ],
        output: { maxTokens: 12 },
      },
    ],
  };
}

function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner as object);
  return Object.freeze(value);
}

/** The object in a wrapper that fails the check when anything is read that the contract does not name. */
function guarded<T extends object>(value: T): T {
  return new Proxy(value, {
    get(target, key) {
      // Awaiting or returning an object asks for its `then`.
      assert.ok(key in target || key === 'then' || typeof key === 'symbol', `reads ${String(key)}, which is not part of the contract`);
      return Reflect.get(target, key) as unknown;
    },
    set: (_, key) => assert.fail(`sets ${String(key)}`),
  });
}
