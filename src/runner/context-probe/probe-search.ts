import { ModelError } from '../../core/index.ts';
import { drawCodeWords, repeatedWords } from './code-words.ts';
import { namedLimit } from './named-limit.ts';
import { INNER_MARKS, type ProbeStep } from './next-probe.ts';
import type { AnsweredProbe, Observation, ProbeFacts } from './observation.ts';
import type { ProbeCaller } from './probe-caller.ts';
import type { ProbeOptions } from './probe-options.ts';
import { probePrompt, tinyPrompt } from './probe-prompt.ts';
import { probeResult } from './probe-result.ts';

/** Most answer tokens of a prompt that needs only the code words. */
export const PLAIN_ANSWER_TOKENS = 16;

/** A probe in progress. */
export interface Search {
  readonly options: ProbeOptions;
  readonly caller: ProbeCaller;
  readonly observations: Observation[];
  facts: ProbeFacts;
  asked: number;
}

/** The server answers nothing at all any more. */
export class ProbeUnreachableError extends Error {}

/** Asks for a single word: tells the template's tokens the first time, and later whether the server is still there. */
export async function askTiny(search: Search): Promise<void> {
  const prompt = tinyPrompt(search.options.text.tokenizer, PLAIN_ANSWER_TOKENS);
  const { usage } = await search.caller.call(prompt, 'tiny');
  if (search.observations.length > 0) return;
  const { inputTokens } = usage;
  const { lengthTokens } = prompt;
  record(search, { kind: 'answered', lengthTokens, marks: [], tries: 1, ...(inputTokens !== undefined && { inputTokens }) });
}

/** Takes an observation down. */
export function record({ observations, facts, options }: Search, observation: Observation): void {
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

/** An answer to one prompt (`isCut`: at its token limit), or its refusal. */
export type Asked =
  { readonly kind: 'asked'; readonly probe: AnsweredProbe; readonly isCut: boolean } | (Observation & { readonly kind: 'refused' });

/** Sends one prompt and reads its answer. */
export async function observe(search: Search, { lengthTokens, marksAt }: Pick<ProbeStep, 'lengthTokens' | 'marksAt'>): Promise<Asked> {
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
