import type { AnsweredProbe } from './observation.ts';
import type { Judged } from './judge-probes.ts';

/**
 * Where a server cuts: it keeps so many tokens of a prompt's head and so many of its tail, each between two bounds. Their sum is its limit.
 */
export interface CutPlace {
  readonly headFrom: number;
  readonly headTo: number;
  readonly tailFrom: number;
  readonly tailTo: number;
}

/** A kept part below this share of the whole is none worth a name. */
const EDGE_SHARE = 0.05;

/** What the code words of all cut prompts say together; undefined without a prompt whose words show a cut. */
export function cutPlace(judged: readonly Judged[]): CutPlace | undefined {
  const places = judged.flatMap(({ observation, reading, byMarks }) =>
    reading === 'cut' && byMarks.kind === 'cut' && observation.kind === 'answered' ? [placeIn(observation, byMarks.lost)] : [],
  );
  return places.reduce<CutPlace | undefined>((known, place) => (known === undefined ? place : narrower(known, place)), undefined);
}

/** What a cut loses, by name. A server that keeps its own first tokens, or a system prompt, still cuts at the head. */
export function lostPart({ headFrom, headTo, tailFrom, tailTo }: CutPlace): 'head' | 'middle' | 'tail' {
  const headShare = (headFrom + headTo) / Math.max(1, headFrom + headTo + tailFrom + tailTo);
  return headShare < EDGE_SHARE ? 'head' : headShare > 1 - EDGE_SHARE ? 'tail' : 'middle';
}

function placeIn({ marks, lengthTokens }: AnsweredProbe, [first, last]: readonly [number, number]): CutPlace {
  return {
    headFrom: marks[first - 1]?.toToken ?? 0,
    headTo: marks[first]!.toToken,
    tailFrom: lengthTokens - (marks[last + 1]?.fromToken ?? lengthTokens),
    tailTo: lengthTokens - marks[last]!.fromToken,
  };
}

/** Both together. A server that keeps another share of another prompt contradicts itself here: then the shortest cut prompt is believed. */
function narrower(known: CutPlace, place: CutPlace): CutPlace {
  const both = {
    headFrom: Math.max(known.headFrom, place.headFrom),
    headTo: Math.min(known.headTo, place.headTo),
    tailFrom: Math.max(known.tailFrom, place.tailFrom),
    tailTo: Math.min(known.tailTo, place.tailTo),
  };
  return both.headFrom <= both.headTo && both.tailFrom <= both.tailTo ? both : known;
}
