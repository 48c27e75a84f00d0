import { describe, expect, it } from 'vitest';
import { ModelError, type ModelErrorKind } from '../core/index.ts';
import { loopbackSubject } from '../testing/loopback-server/index.ts';
import { modelConformance, type ModelScenario, type ModelSubject } from '../testing/model-conformance.ts';
import { createScriptedModel } from '../testing/scripted-model.ts';
import { createAnthropic } from './anthropic/index.ts';
import { createGoogle } from './google/index.ts';
import { createOpenAiCompatible } from './openai-compatible/index.ts';
import { createOpenAi } from './openai/index.ts';

const named = { id: 'under test', model: 'mock-model', apiKey: 'key-under-test' };

const subjects: Readonly<Record<string, ModelSubject>> = {
  'openai-compatible': loopbackSubject((url) => createOpenAiCompatible({ ...named, baseUrl: `${url}/v1` })),
  'openai-compatible, not streamed': loopbackSubject((url) => createOpenAiCompatible({ ...named, baseUrl: `${url}/v1`, stream: false })),
  'openai-compatible, stream ignored': loopbackSubject((url) => createOpenAiCompatible({ ...named, baseUrl: `${url}/v1` }), {
    stream: false,
  }),
  'openai responses': loopbackSubject((url) => createOpenAi({ ...named, baseUrl: `${url}/v1` })),
  'openai responses, not streamed': loopbackSubject((url) => createOpenAi({ ...named, baseUrl: `${url}/v1`, stream: false })),
  'openai chat': loopbackSubject((url) => createOpenAi({ ...named, baseUrl: `${url}/v1`, api: 'chat' }), { hidesReasoning: true }),
  anthropic: loopbackSubject((url) => createAnthropic({ ...named, baseUrl: `${url}/v1` }), { alwaysCounts: true }),
  'anthropic, not streamed': loopbackSubject((url) => createAnthropic({ ...named, baseUrl: `${url}/v1`, stream: false }), {
    alwaysCounts: true,
  }),
  google: loopbackSubject((url) => createGoogle({ ...named, baseUrl: `${url}/v1beta` })),
  'google, not streamed': loopbackSubject((url) => createGoogle({ ...named, baseUrl: `${url}/v1beta`, stream: false })),
  scripted: { start: async (scenario) => ({ model: scriptedModel(scenario), close: async () => {} }) },
};

describe.each(Object.entries(subjects))('%s', (_name, subject) => {
  it.each(modelConformance(subject))('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
});

const KINDS: Readonly<Record<string, ModelErrorKind>> = { reset: 'network', garbage: 'protocol' };

function scriptedModel({ answer, usage, trouble }: ModelScenario) {
  return createScriptedModel({
    ...(usage ? { usage: { inputTokens: 3, outputTokens: 1, raw: { in: 3, out: 1 } } } : {}),
    reply: () => {
      if (trouble === undefined || trouble === 'hang') return trouble ?? answer;
      return new ModelError(KINDS[trouble] ?? (trouble as ModelErrorKind), 'scripted', trouble === 'rate' ? { retryAfterMs: 7000 } : {});
    },
  });
}
