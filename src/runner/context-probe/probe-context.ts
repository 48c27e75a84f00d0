import { ModelError, type Documents, type Model } from '../../core/index.ts';
import { systemClock, type Clock } from '../clock.ts';
import type { RunSignals } from '../run-control.ts';
import type { RunEvent } from '../run-event.ts';
import { resolveRunLimits, type RunLimits } from '../run-limits.ts';
import { drawCodeWords, repeatedWords } from './code-words.ts';
import { namedLimit } from './named-limit.ts';
import { INNER_MARKS, nextProbe, type ProbeStep } from './next-probe.ts';
import { LEAST_RECALL, type AnsweredProbe, type Observation, type ProbeFacts } from './observation.ts';
import { createProbeCaller, ProbeBudgetError, type ProbeCaller } from './probe-caller.ts';
import { probePrompt, tinyPrompt, type ProbeText } from './probe-prompt.ts';
import { probeResult, type ProbeResult, type ProbeResultStep, type ProbeStop, type WindowClaim } from './probe-result.ts';
import { joinTries, needsAnotherTry } from './tries.ts';

/** Whom to probe, with what, and how far. */
export interface ProbeOptions {
  readonly model: Model;
  /** Prose of at least `upToTokens` tokens. */
  readonly text: ProbeText;
  readonly documents: Documents;
  /** The longest prompt, in our tokens. */
  readonly upToTokens: number;
  /** Prompt tokens that may be sent in all, repeated requests included. */
  readonly maxTokensSent: number;
  /** Windows that are claimed beforehand: tested early, never believed. */
  readonly claims?: readonly WindowClaim[];
  /** Draws the code words. Default 0. */
  readonly seed?: number;
  /** Laid over the limits of a run, with three attempts for each request. */
  readonly limits?: Partial<RunLimits>;
  readonly signals?: RunSignals;
  readonly onEvent?: (event: ProbeEvent) => void;
  readonly clock?: Clock;
}

/** What happens during a probe. `sending`: a prompt goes out. `found`: what became of a length, as far as known by then. */
export type ProbeEvent =
  | { readonly type: 'sending'; readonly lengthTokens: number; readonly sentTokens: number }
  | { readonly type: 'found'; readonly step: ProbeResultStep }
  | Extract<RunEvent, { readonly type: 'retry' }>;

/** A long prompt that the server cannot take fails again and again: fewer attempts than a run makes. */
const PROBE_LIMITS: Partial<RunLimits> = { concurrency: 1, maxAttempts: 3 };
/** A prompt far below any window in use: what the model does here, it does for other reasons than length. */
const BASELINE_TOKENS = 1000;
const BASELINE_TRIES = 2;
/** Answer tokens to ask for: the words alone, the words of a talkative model, the thoughts of a reasoning model before them. */
const ANSWER_TOKENS = [16, 64, 1024] as const;

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
    await begin(search);
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

interface Search {
  readonly options: ProbeOptions;
  readonly caller: ProbeCaller;
  readonly observations: Observation[];
  facts: ProbeFacts;
  asked: number;
}

/** The server answers nothing at all any more. */
class ProbeUnreachableError extends Error {}

function firstFacts({ claims = [], upToTokens }: ProbeOptions): ProbeFacts {
  return { recall: 0, claimedTokens: claims.map(({ tokens }) => tokens), answerTokens: ANSWER_TOKENS[0], upToTokens };
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

/** The tiny prompt tells the template's tokens, the baseline whether the model follows, and how many answer tokens that takes. */
async function begin(search: Search): Promise<void> {
  await askTiny(search);
  const { facts } = search;
  const lengthTokens = Math.min(BASELINE_TOKENS, search.options.upToTokens);
  const marksAt = Array.from({ length: INNER_MARKS }, (_, i) => Math.round(((i + 1) * lengthTokens) / (INNER_MARKS + 1)));
  const tries: AnsweredProbe[] = [];
  for (const answerTokens of ANSWER_TOKENS) {
    search.facts = { ...facts, answerTokens };
    const first = await observe(search, { lengthTokens, marksAt });
    if (first.kind === 'refused') return record(search, first);
    tries.splice(0, 1, first.probe);
    if (recallOf(tries) === 1 || !first.isCut) break;
  }
  // A model that thinks for a thousand tokens and still says nothing is not asked to do so in every prompt.
  if (recallOf(tries) < LEAST_RECALL) search.facts = facts;
  while (recallOf(tries) > 0 && tries.length < BASELINE_TRIES) {
    const again = await observe(search, { lengthTokens, marksAt });
    if (again.kind === 'refused') break;
    tries.push(again.probe);
  }
  search.facts = { ...search.facts, recall: recallOf(tries) };
  record(search, tries.reduce(joinTries));
}

function recallOf(tries: readonly AnsweredProbe[]): number {
  const marks = tries.flatMap((each) => each.marks);
  return marks.filter(({ seen }) => seen).length / Math.max(1, marks.length);
}

async function askTiny(search: Search): Promise<void> {
  const prompt = tinyPrompt(search.options.text.tokenizer, ANSWER_TOKENS[0]);
  const { usage } = await search.caller.call(prompt, 'tiny');
  if (search.observations.length > 0) return;
  const { inputTokens } = usage;
  const { lengthTokens } = prompt;
  record(search, { kind: 'answered', lengthTokens, marks: [], tries: 1, ...(inputTokens !== undefined && { inputTokens }) });
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

function record({ observations, facts, options }: Search, observation: Observation): void {
  observations.push(observation);
  const { steps } = probeResult({
    observations,
    facts,
    claims: [],
    model: '',
    tokenizer: '',
    stopped: null,
    stopMessage: null,
    sent: { requests: 0, promptTokens: 0, maxPromptTokens: 0, answerTokens: 0 },
  });
  options.onEvent?.({ type: 'found', step: steps.at(-1)! });
}

type Asked =
  { readonly kind: 'asked'; readonly probe: AnsweredProbe; readonly isCut: boolean } | (Observation & { readonly kind: 'refused' });

/** Sends one prompt and reads its answer. */
async function observe(search: Search, { lengthTokens, marksAt }: Pick<ProbeStep, 'lengthTokens' | 'marksAt'>): Promise<Asked> {
  const { options, caller, facts } = search;
  search.asked += 1;
  const words = drawCodeWords(INNER_MARKS + 2, { seed: options.seed ?? 0, nth: search.asked });
  const prompt = probePrompt(options.text, { lengthTokens, marksAt, words, maxTokens: facts.answerTokens });
  options.onEvent?.({ type: 'sending', lengthTokens: prompt.lengthTokens, sentTokens: caller.sent().promptTokens });
  try {
    if (caller.control.drain.aborted) throw new ModelError('aborted', 'The probe is ending.');
    const { text, usage, finish } = await caller.call(prompt, `${search.asked}-${prompt.lengthTokens}`);
    const repeated = repeatedWords(text, words);
    const marks = prompt.places.map((place, i) => ({ ...place, seen: repeated[i]! }));
    const counted = usage.inputTokens === undefined ? {} : { inputTokens: usage.inputTokens };
    return {
      kind: 'asked',
      isCut: finish === 'length',
      probe: { kind: 'answered', lengthTokens: prompt.lengthTokens, marks, tries: 1, ...counted },
    };
  } catch (error) {
    return refusal(search, prompt.lengthTokens, error);
  }
}

/** The address and status that a provider puts before what the server said: their numbers are no limits. */
const WHERE = /^\S+ answered \d+: /;

/** A failure as an observation, when it is the prompt's length that the server cannot take: then a tiny prompt is still answered. */
async function refusal(search: Search, lengthTokens: number, error: unknown): Promise<Asked> {
  if (!(error instanceof ModelError) || ['aborted', 'auth', 'quota', 'rate'].includes(error.kind)) throw error;
  const { kind: reason, message } = error;
  if (!['context', 'invalid'].includes(reason)) {
    await askTiny(search).catch((still: unknown) => {
      throw still instanceof ModelError && still.kind !== 'aborted' ? new ProbeUnreachableError(still.message, { cause: still }) : still;
    });
  }
  const namedTokens = namedLimit(message.replace(WHERE, ''));
  return { kind: 'refused', lengthTokens, reason, message, ...(namedTokens !== undefined && { namedTokens }) };
}
