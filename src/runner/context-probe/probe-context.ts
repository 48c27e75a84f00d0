import { ModelError } from '../../core/index.ts';
import { systemClock } from '../clock.ts';
import type { RunEvent } from '../run-event.ts';
import { resolveRunLimits, type RunLimits } from '../run-limits.ts';
import { nextProbe, type ProbeStep } from './next-probe.ts';
import type { AnsweredProbe, ProbeFacts } from './observation.ts';
import { askBaseline } from './probe-baseline.ts';
import { createProbeCaller, ProbeBudgetError } from './probe-caller.ts';
import type { ProbeOptions } from './probe-options.ts';
import { probeResult, type ProbeResult, type ProbeStop } from './probe-result.ts';
import { observe, PLAIN_ANSWER_TOKENS, ProbeUnreachableError, record, type Search } from './probe-search.ts';
import { joinTries, needsAnotherTry } from './tries.ts';

/** A long prompt that the server cannot take fails again and again: fewer attempts than a run makes. */
const PROBE_LIMITS: Partial<RunLimits> = { concurrency: 1, maxAttempts: 3 };
/**
 * Finds the real context limit of a model by growth and bisection, and what it does with longer prompts. Sends one prompt at a time, each
 * with few answer tokens. Stops at the first of: the limit is known to 0.6 %, none up to `upToTokens`, `maxTokensSent`, an interruption.
 * Rejects with a ModelError when not even a tiny prompt is answered, with a FathomError for a wrong key or an empty account.
 */
export async function probeContext(options: ProbeOptions): Promise<ProbeResult> {
  const { model, text, documents, maxTokensSent, clock = systemClock, claims = [], signals } = options;
  const limits = resolveRunLimits({ ...PROBE_LIMITS, ...options.limits });
  const onRetry = (event: RunEvent) => {
    if (event.type === 'retry') options.onEvent?.(event);
  };
  const caller = createProbeCaller({ model, documents, limits, maxTokensSent, clock, onEvent: onRetry, ...(signals && { signals }) });
  const search: Search = { options, caller, observations: [], asked: 0, facts: firstFacts(options) };
  let stopped: ProbeStop | null = null;
  let stopMessage: string | null = null;
  try {
    await askBaseline(search);
    await narrowDown(search);
  } catch (error) {
    stopped = stopOf(error, search);
    if (error instanceof Error && ['rate', 'unreachable'].includes(stopped)) stopMessage = error.message;
  } finally {
    caller.control.dispose();
  }
  const { promptTokens, requests, answerTokens } = caller.sent();
  return probeResult({
    model: model.id,
    tokenizer: text.tokenizer.id,
    observations: search.observations,
    facts: search.facts,
    claims,
    stopped,
    stopMessage,
    sent: { requests, promptTokens, maxPromptTokens: maxTokensSent, answerTokens },
  });
}

function firstFacts({ claims = [], upToTokens }: ProbeOptions): ProbeFacts {
  return { recall: 0, claimedTokens: claims.map(({ tokens }) => tokens), answerTokens: PLAIN_ANSWER_TOKENS, upToTokens };
}

/** Why the search ends here; trouble before the first observation, and trouble that is none of the prompt's length, is thrown on. */
function stopOf(error: unknown, { caller: { control }, observations }: Search): ProbeStop {
  if (error instanceof ProbeBudgetError) return 'budget';
  if (control.cause() === 'error') throw control.error();
  if (control.cause() !== undefined) return 'interrupted';
  if (error instanceof ProbeUnreachableError) return 'unreachable';
  if (error instanceof ModelError && error.kind === 'rate' && observations.length > 0) return 'rate';
  throw error;
}

async function narrowDown(search: Search): Promise<void> {
  const { observations, facts } = search;
  for (let step = nextProbe(observations, facts); step !== undefined; step = nextProbe(observations, facts)) {
    const first = await observe(search, step);
    record(search, first.kind === 'refused' ? first : await withMoreTries(search, step, first.probe));
  }
}

async function withMoreTries(search: Search, step: ProbeStep, first: AnsweredProbe): Promise<AnsweredProbe> {
  let probe = first;
  while (needsAnotherTry(search.observations, probe, { kind: step.kind, facts: search.facts })) {
    const again = await observe(search, step);
    // A length at the edge may be refused the second time: what was answered stays.
    if (again.kind === 'refused') return probe;
    probe = joinTries(probe, again.probe);
  }
  return probe;
}
