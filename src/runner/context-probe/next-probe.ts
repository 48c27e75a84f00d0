import { cutPlace, type CutPlace } from './cut-place.ts';
import { judgeProbes, lineOf, plateauOf, type Judged } from './judge-probes.ts';
import type { Observation, ProbeFacts } from './observation.ts';
import { probeBracket } from './probe-bracket.ts';

/** The next prompt to send: its length and where its inner code words go, in tokens from its start. */
export interface ProbeStep {
  /** `grow`: towards a limit · `locate`: find the place of a cut in a prompt known to be cut · `narrow`: close in on the limit. */
  readonly kind: 'grow' | 'locate' | 'narrow';
  readonly lengthTokens: number;
  readonly marksAt: readonly number[];
}

/** The search ends when the limit is known to this share of itself. */
export const TOLERANCE_SHARE = 0.006;
/** A guess is tested this share below and above itself; both tests together end the search. */
const GUESS_SHARE = 0.0025;
const GROWTH = 2;
/** Tests around hints while nothing has exceeded the limit yet: beyond these the hint was wrong, and growth goes on. */
const MAX_HINT_TESTS = 4;
const HINT_NEAR = 1.1;
/** A test closer than this share to a length that is known tells nothing new. */
const LEAST_STEP_SHARE = 0.0015;
/** A hint up to this many times the longest whole prompt is worth trying at once. */
const HINT_REACH = 2.2;
/** Cut prompts that may be spent on finding the place of the cut. */
const MAX_LOCATING = 6;
/** So many times the uncertainty of the place is a prompt longer than the likely limit. */
const LOCATING_ROOM = 1.5;
/** Places closer together than this cannot be told apart: words stand between sentences. */
const LEAST_STRETCH_TOKENS = 48;
/** No prompt with its code words and instructions is shorter. */
export const SHORTEST_PROBE_TOKENS = 256;
/** Code words between the first and the last one. */
export const INNER_MARKS = 5;

/** What to ask next, or undefined: the limit is known closely enough, or there is none up to the longest prompt allowed. Pure. */
export function nextProbe(observations: readonly Observation[], facts: ProbeFacts): ProbeStep | undefined {
  const judged = judgeProbes(observations, facts);
  const { fitsTokens, exceeds } = probeBracket(judged);
  const place = cutPlace(judged);
  const hints = hintsOf(judged, facts, place);
  if (exceeds === undefined) {
    const tested = judged.filter(({ observation }) => observation.lengthTokens * HINT_NEAR > fitsTokens).length;
    return grow(fitsTokens, tested < MAX_HINT_TESTS ? hints : [], facts.upToTokens);
  }
  const { lengthTokens } = exceeds.observation;
  const least = Math.max(fitsTokens, SHORTEST_PROBE_TOKENS - 1);
  if (lengthTokens - fitsTokens <= Math.max(1, fitsTokens * TOLERANCE_SHARE) || lengthTokens - least <= 1) return undefined;
  const locating = place && locate(judged, exceeds, { place, facts, fitsTokens });
  if (locating) return locating;
  const next = betweenGuess(hints, least, lengthTokens) ?? Math.round((least + lengthTokens) / 2);
  // A length that was asked before would say the same again.
  if (observations.some((each) => each.lengthTokens === next)) return undefined;
  return { kind: 'narrow', lengthTokens: next, marksAt: narrowMarks(next, place) };
}

function grow(fitsTokens: number, hints: readonly number[], upToTokens: number): ProbeStep | undefined {
  if (fitsTokens >= upToTokens) return undefined;
  const near = betweenGuess(hints, fitsTokens, fitsTokens * HINT_REACH);
  const lengthTokens = Math.min(upToTokens, Math.max(SHORTEST_PROBE_TOKENS, near ?? fitsTokens * GROWTH));
  return { kind: 'grow', lengthTokens, marksAt: evenly(0, lengthTokens) };
}

/** The lower or upper test of the first hint that still says something between two lengths. */
function betweenGuess(hints: readonly number[], from: number, to: number): number | undefined {
  for (const hint of hints) {
    for (const test of [Math.floor(hint * (1 - GUESS_SHARE)), Math.ceil(hint * (1 + GUESS_SHARE))]) {
      if (test > from * (1 + LEAST_STEP_SHARE) && test < to * (1 - LEAST_STEP_SHARE)) return test;
    }
  }
  return undefined;
}

/** Where the limit may be, in our tokens, the best evidence first. */
function hintsOf(judged: readonly Judged[], { claimedTokens, answerTokens }: ProbeFacts, place: CutPlace | undefined): readonly number[] {
  const line = lineOf(judged);
  const plateau = plateauOf(judged);
  const ours = (providerTokens: number) => (line ? line.lengthOf(providerTokens) : providerTokens);
  const named = judged.flatMap(({ observation }) => (observation.kind === 'refused' ? (observation.namedTokens ?? []) : []));
  return [
    ...(plateau !== undefined && line ? [line.lengthOf(plateau)] : []),
    ...(place ? [(place.headFrom + place.headTo + place.tailFrom + place.tailTo) / 2] : []),
    // A named window may or may not have to hold the answer too: both are tried.
    ...[...named, ...claimedTokens].flatMap((tokens) => [ours(tokens - answerTokens), ours(tokens)]),
  ];
}

interface LocateOptions {
  readonly place: CutPlace;
  readonly facts: ProbeFacts;
  readonly fitsTokens: number;
}

/**
 * A prompt that will be cut, with the words where the cut begins and ends, unless that is known well or the count tells the limit anyway.
 * It is as short as it can be for the cut to be long enough to meet a word.
 */
function locate(judged: readonly Judged[], { observation }: Judged, { place, facts, fitsTokens }: LocateOptions): ProbeStep | undefined {
  const { headFrom, headTo, tailFrom, tailTo } = place;
  const unknown = headTo - headFrom + (tailTo - tailFrom);
  const surelyCut = (headTo + tailTo + headFrom + tailFrom) / 2 + LOCATING_ROOM * unknown;
  const lengthTokens = Math.min(Math.round(surelyCut), Math.max(facts.upToTokens, observation.lengthTokens));
  const spent = judged.filter(({ reading }) => reading === 'cut').length;
  const useless = lengthTokens <= fitsTokens || observation.kind === 'refused' || plateauOf(judged) !== undefined;
  if (useless || spent > MAX_LOCATING || unknown <= Math.max(LEAST_STRETCH_TOKENS, GUESS_SHARE * (headFrom + tailFrom))) return undefined;
  // Both ends seen: one word stands where it is certainly lost, or the cut may fall between two words.
  const certain = headFrom > 0 && tailFrom > 0 ? [Math.round((headTo + lengthTokens - tailTo) / 2)] : [];
  const free = INNER_MARKS - certain.length;
  const headMarks = Math.round((free * (headTo - headFrom)) / unknown);
  const marksAt = [
    ...inside(headFrom, headTo, headMarks),
    ...certain,
    ...inside(lengthTokens - tailTo, lengthTokens - tailFrom, free - headMarks),
  ];
  return { kind: 'locate', lengthTokens, marksAt: marksAt.toSorted((a, b) => a - b) };
}

/** Words over the stretch that holds the cut, so that a small one does not slip through. */
function narrowMarks(lengthTokens: number, place: CutPlace | undefined): readonly number[] {
  if (place === undefined) return evenly(0, lengthTokens);
  const [from, to] = [place.headFrom, lengthTokens - place.tailFrom];
  const room = Math.max(0, Math.max(LEAST_STRETCH_TOKENS, GUESS_SHARE * lengthTokens) - (to - from)) / 2;
  return evenly(Math.max(0, from - room), Math.min(lengthTokens, to + room));
}

const evenly = (from: number, to: number): readonly number[] => inside(from, to, INNER_MARKS);

/** `count` places inside a stretch, equally far apart. */
function inside(from: number, to: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => Math.round(from + ((i + 1) * (to - from)) / (count + 1)));
}
