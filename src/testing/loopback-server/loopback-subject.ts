import type { Model } from '../../core/index.ts';
import type { ModelScenario, ModelSubject, ModelTrouble } from '../model-conformance.ts';
import type { LoopbackFault } from './loopback-fault.ts';
import type { LoopbackOptions } from './loopback-options.ts';
import { startLoopbackServer } from './start-loopback-server.ts';

const FAULTS: Readonly<Record<ModelTrouble, LoopbackFault>> = {
  auth: { kind: 'auth' },
  quota: { kind: 'quota' },
  rate: { kind: '429', retryAfter: 7 },
  server: { kind: '500' },
  context: { kind: 'context' },
  reset: { kind: 'reset' },
  garbage: { kind: 'malformed-json' },
  hang: { kind: 'hang' },
};

/** Conformance checks for a model over HTTP: each scenario is a loopback server, and `create` makes the model that talks to it. */
export function loopbackSubject(
  create: (serverUrl: string) => Model,
  options: LoopbackOptions & Omit<ModelSubject, 'start'> = {},
): ModelSubject {
  const { alwaysCounts = false, hidesReasoning = false, ...server } = options;
  return { alwaysCounts, hidesReasoning, start: async (scenario) => startSubject(create, { ...server, ...scenarioOptions(scenario) }) };
}

function scenarioOptions({ answer, usage, trouble }: ModelScenario): LoopbackOptions {
  return { answer: () => answer, usage, ...(trouble === undefined ? {} : { fault: () => FAULTS[trouble] }) };
}

async function startSubject(create: (serverUrl: string) => Model, options: LoopbackOptions) {
  const server = await startLoopbackServer(options);
  return { model: create(server.url), close: () => server.close() };
}
