import type { ModelErrorKind } from '../../core/index.ts';
import { cutPlace, lostPart } from './cut-place.ts';
import { judgeProbes, lineOf, plateauOf, type Judged, type Reading } from './judge-probes.ts';
import type { Observation, ProbeFacts } from './observation.ts';
import { probeBracket } from './probe-bracket.ts';

/** A window that somebody states, in the provider's tokens. `source`: `flag`, `server` (its list of models), `refusal` (its error message). */
export interface WindowClaim {
  readonly source: 'flag' | 'server' | 'refusal';
  readonly tokens: number;
}

/** Why a probe ended before it knew. `rate`: the account's rate limit · `unreachable`: not even a short prompt is answered any more. */
export type ProbeStop = 'budget' | 'rate' | 'unreachable' | 'interrupted';

/** One length that was asked, with what became of it in the light of all others. */
export interface ProbeResultStep {
  readonly lengthTokens: number;
  readonly tries: number;
  readonly reading: Reading;
  /** The provider's count; null: none was reported. */
  readonly inputTokens: number | null;
  /** Code words repeated, of those in the prompt. */
  readonly seenWords: number;
  readonly words: number;
  /** Kind and message of a refusal. */
  readonly refusal: { readonly kind: ModelErrorKind; readonly message: string } | null;
}

/** What a probe found. Fields are only ever added. */
export interface ProbeResult {
  readonly model: string;
  readonly tokenizer: string;
  /**
   * What the endpoint does with a longer prompt: `rejects` it for its length · `fails` (server error, timeout) · `cuts` it silently ·
   * `unlimited`: none up to the longest prompt asked exceeded the limit.
   */
  readonly behaviour: 'rejects' | 'fails' | 'cuts' | 'unlimited';
  /** The part of a long prompt that is lost; null: nothing is cut, or the code words do not tell. */
  readonly lost: 'head' | 'middle' | 'tail' | null;
  /** The longest prompt read whole, and the shortest longer one that was not (null: none), in our tokens and in the provider's (null: not counted). */
  readonly limit: {
    readonly tokens: number;
    readonly belowTokens: number | null;
    readonly providerTokens: number | null;
    readonly providerBelowTokens: number | null;
  };
  /** Why the search ended before it knew; null: it knows. */
  readonly stopped: ProbeStop | null;
  /** What the server said last, where that ended the search. */
  readonly stopMessage: string | null;
  readonly evidence: {
    /** Provider's counts: `shows-cut` they stop growing · `denies-cut` they grow although words are lost · `grows` · `none` reported. */
    readonly counts: 'shows-cut' | 'denies-cut' | 'grows' | 'none';
    /** Share of the code words that the model repeats from a short prompt. Below 0.5 its silence is not used. */
    readonly recall: number;
  };
  readonly claims: readonly WindowClaim[];
  /** The provider's count of a tiny prompt less ours: the chat template. Null: not counted. */
  readonly overheadTokens: number | null;
  /** Most answer tokens asked for in each prompt. */
  readonly answerTokens: number;
  /** Prompt tokens in our tokenizer, of every request that went out. */
  readonly sent: {
    readonly requests: number;
    readonly promptTokens: number;
    readonly maxPromptTokens: number;
    readonly answerTokens: number;
  };
  /** In the order asked. */
  readonly steps: readonly ProbeResultStep[];
}

/** What is known besides the observations. */
export interface ProbeMaterial extends Pick<ProbeResult, 'model' | 'tokenizer' | 'stopped' | 'stopMessage' | 'sent'> {
  readonly observations: readonly Observation[];
  readonly facts: ProbeFacts;
  readonly claims: readonly WindowClaim[];
}

/** Sums up a search, finished or not. Pure. */
export function probeResult({ observations, facts, claims, ...rest }: ProbeMaterial): ProbeResult {
  const judged = judgeProbes(observations, facts);
  const { fitsTokens, exceeds } = probeBracket(judged);
  const place = cutPlace(judged);
  const cuts = exceeds?.reading === 'cut';
  return {
    ...rest,
    behaviour: behaviourOf(exceeds),
    lost: cuts && place ? lostPart(place) : null,
    limit: { tokens: fitsTokens, belowTokens: exceeds?.observation.lengthTokens ?? null, ...providerLimit(judged, fitsTokens, exceeds) },
    evidence: { counts: countsOf(judged), recall: facts.recall },
    claims: [...claims, ...refusalClaims(observations)],
    overheadTokens: overheadOf(observations[0]),
    answerTokens: facts.answerTokens,
    steps: observations.map((observation) => stepOf(judged.find((each) => each.observation === observation)!)),
  };
}

function behaviourOf(exceeds: Judged | undefined): ProbeResult['behaviour'] {
  if (exceeds === undefined) return 'unlimited';
  if (exceeds.observation.kind === 'answered') return 'cuts';
  return ['context', 'invalid'].includes(exceeds.observation.reason) ? 'rejects' : 'fails';
}

function providerLimit(judged: readonly Judged[], fitsTokens: number, exceeds: Judged | undefined) {
  const line = lineOf(judged);
  const plateau = plateauOf(judged);
  if (line === undefined) return { providerTokens: null, providerBelowTokens: null };
  const above = exceeds === undefined ? null : Math.round(line.expected(exceeds.observation.lengthTokens));
  return { providerTokens: plateau ?? Math.round(line.expected(fitsTokens)), providerBelowTokens: above };
}

function countsOf(judged: readonly Judged[]): ProbeResult['evidence']['counts'] {
  if (plateauOf(judged) !== undefined) return 'shows-cut';
  if (judged.some(({ reading, byCount }) => reading === 'cut' && byCount === 'whole')) return 'denies-cut';
  return lineOf(judged) === undefined ? 'none' : 'grows';
}

function refusalClaims(observations: readonly Observation[]): readonly WindowClaim[] {
  const named = observations.flatMap((each) => (each.kind === 'refused' ? (each.namedTokens ?? []) : []));
  return [...new Set(named)].map((tokens) => ({ source: 'refusal', tokens }));
}

function overheadOf(tiny: Observation | undefined): number | null {
  return tiny?.kind === 'answered' && tiny.inputTokens !== undefined ? tiny.inputTokens - tiny.lengthTokens : null;
}

function stepOf({ observation, reading }: Judged): ProbeResultStep {
  const { lengthTokens } = observation;
  if (observation.kind === 'refused') {
    const refusal = { kind: observation.reason, message: observation.message };
    return { lengthTokens, tries: 1, reading, inputTokens: null, seenWords: 0, words: 0, refusal };
  }
  const { marks, tries, inputTokens = null } = observation;
  const seenWords = marks.filter(({ seen }) => seen).length;
  return { lengthTokens, tries, reading, inputTokens, seenWords, words: marks.length, refusal: null };
}
