import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ModelError, type FinishReason, type Model, type ModelErrorKind, type ModelRequest, type TextSource } from '../core/index.ts';

/** What the world behind the model does in one check. The subject arranges it. */
export interface ModelScenario {
  /** The answer that the model is to give. */
  readonly answer: { readonly text: string; readonly reasoning?: string; readonly finish?: 'stop' | 'length' | 'refused' };
  /** False: the provider reports no token counts. */
  readonly usage: boolean;
  /** Trouble on every call instead of an answer. `hang`: silence until the caller gives up. */
  readonly trouble?: ModelTrouble;
}

/** Trouble that every model must name rightly; the kinds are in TROUBLE_KINDS. */
export type ModelTrouble = keyof typeof TROUBLE_KINDS | 'hang';

const TROUBLE_KINDS = {
  auth: 'auth',
  quota: 'quota',
  rate: 'rate',
  server: 'server',
  context: 'context',
  reset: 'network',
  garbage: 'protocol',
} as const satisfies Readonly<Record<string, ModelErrorKind>>;

/** Makes a model that lives in a scenario. */
export interface ModelSubject {
  readonly start: (scenario: ModelScenario) => Promise<{ readonly model: Model; readonly close: () => Promise<void> }>;
  /** True where the model counts even when a scenario says not to: Anthropic's API has no answer without counts. Default false. */
  readonly alwaysCounts?: boolean;
  /** True where the API never shows the reasoning: OpenAI's chat completions. Default false. */
  readonly hidesReasoning?: boolean;
}

/** One check: register it with any test runner. Rejects with an AssertionError. */
export interface ConformanceCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const ANSWER = { text: 'Zwölf 鯨 swam north, "quietly".', reasoning: 'The report says twelve.' };
const RETRY_AFTER_MS = 7000;

/** The checks that every Model passes. A subject's `rate` trouble must ask to wait for 7 seconds. */
export function modelConformance(subject: ModelSubject): ConformanceCheck[] {
  const check = (name: string, scenario: Partial<ModelScenario>, run: (model: Model) => Promise<void>): ConformanceCheck => ({
    name,
    run: async () => {
      const { model, close } = await subject.start({ answer: ANSWER, usage: true, ...scenario });
      try {
        await run(model);
      } finally {
        await model.close?.();
        await close();
      }
    },
  });
  return [
    check('gives the answer and keeps the reasoning apart', {}, async (model) => {
      const { text, reasoning, finish } = await ask(model);
      const shown = subject.hidesReasoning ? undefined : ANSWER.reasoning;
      assert.deepEqual({ text, reasoning, finish }, { text: ANSWER.text, reasoning: shown, finish: 'stop' });
    }),
    check('has no reasoning where there is none', { answer: { text: 'Twelve.' } }, async (model) => {
      const generation = await ask(model);
      assert.equal(generation.text, 'Twelve.');
      assert.equal('reasoning' in generation, false);
    }),
    check('takes an empty answer for an answer', { answer: { text: '' } }, async (model) => {
      const { text, finish } = await ask(model);
      assert.deepEqual({ text, finish }, { text: '', finish: 'stop' });
    }),
    ...(['length', 'refused'] satisfies FinishReason[]).map((finish) =>
      check(`tells an answer that ended by ${finish}`, { answer: { text: 'Twel', finish } }, async (model) => {
        assert.equal((await ask(model)).finish, finish);
      }),
    ),
    check('reports the tokens that the provider counted, with its own object', {}, async (model) => {
      const { usage } = await ask(model);
      for (const field of ['inputTokens', 'outputTokens'] as const)
        assert.ok(Number.isInteger(usage[field]), `${field} is ${usage[field]}`);
      assert.equal(typeof usage.raw, 'object');
      assert.deepEqual(JSON.parse(JSON.stringify(usage)), usage);
    }),
    ...(subject.alwaysCounts
      ? []
      : [check('guesses no tokens', { usage: false }, async (model) => assert.deepEqual((await ask(model)).usage, {}))]),
    check('measures time', {}, async (model) => {
      const { latencyMs, firstTokenMs = 0 } = await ask(model);
      assert.ok(latencyMs >= firstTokenMs && firstTokenMs >= 0, `${latencyMs} ms, first token after ${firstTokenMs} ms`);
    }),
    check('answers again, and several calls at a time', {}, async (model) => {
      const answers = await Promise.all([ask(model), ask(model), ask(model)]);
      assert.deepEqual(
        answers.map(({ text }) => text),
        [ANSWER.text, ANSWER.text, ANSWER.text],
      );
    }),
    ...troubleChecks(check),
    ...abortChecks(check),
  ];
}

type CheckMaker = (name: string, scenario: Partial<ModelScenario>, run: (model: Model) => Promise<void>) => ConformanceCheck;

const troubleChecks = (check: CheckMaker): ConformanceCheck[] =>
  Object.entries(TROUBLE_KINDS).map(([trouble, kind]) =>
    check(`calls ${trouble} trouble an error of kind ${kind}`, { trouble: trouble as ModelTrouble }, async (model) => {
      const error = await failure(ask(model));
      assert.equal(error.kind, kind, error.message);
      assert.equal(error.retryAfterMs, trouble === 'rate' ? RETRY_AFTER_MS : undefined);
    }),
  );

const abortChecks = (check: CheckMaker): ConformanceCheck[] => [
  check('does not start when stopped before', {}, async (model) => {
    assert.equal((await failure(ask(model, AbortSignal.abort()))).kind, 'aborted');
  }),
  check('stops waiting when stopped', { trouble: 'hang' }, async (model) => {
    const stop = new AbortController();
    const asked = failure(ask(model, stop.signal));
    setImmediate(() => stop.abort());
    assert.equal((await asked).kind, 'aborted');
  }),
  check('calls a deadline a timeout', { trouble: 'hang' }, async (model) => {
    assert.equal((await failure(ask(model, AbortSignal.timeout(20)))).kind, 'timeout');
  }),
];

const ask = (model: Model, signal = new AbortController().signal) => model.generate(conformanceRequest(), { signal });

async function failure(call: Promise<unknown>): Promise<ModelError> {
  const error = await call.then(
    (answer) => assert.fail(`It answered: ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ModelError, `Not a ModelError: ${String(error)}`);
  return error;
}

function conformanceRequest(): ModelRequest {
  return {
    messages: [
      { from: 'system', blocks: [{ role: 'instruction', source: memoryText('Answer briefly.') }] },
      {
        from: 'user',
        blocks: [
          { role: 'context', source: memoryText('Twelve whales – 鯨 – were seen.\n'), cacheBreak: true },
          { role: 'question', source: memoryText('How many "whales"?') },
        ],
      },
    ],
    output: { maxTokens: 64 },
    cacheKey: 'conformance',
    attemptId: 'attempt-1',
  };
}

/** A text source over a string, in one chunk. */
export function memoryText(text: string): TextSource {
  const bytes = new TextEncoder().encode(text);
  return {
    byteLength: bytes.length,
    digest: () => createHash('sha256').update(bytes).digest('hex'),
    chunks: () => [bytes],
    text: () => text,
  };
}
