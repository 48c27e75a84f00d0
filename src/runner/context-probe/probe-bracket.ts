import { cutPlace, type CutPlace } from './cut-place.ts';
import { plateauOf, type Judged } from './judge-probes.ts';
import type { AnsweredProbe } from './observation.ts';

/** Between what lengths (our tokens) the limit lies. */
export interface ProbeBracket {
  /** The longest prompt known to be read whole; 0: none. */
  readonly fitsTokens: number;
  /** The shortest longer prompt that was not; absent: none. */
  readonly exceeds?: Judged;
}

/** The bracket around the limit. A whole prompt is proof, a lost word only evidence: shorter prompts that seemed cut do not count. */
export function probeBracket(judged: readonly Judged[]): ProbeBracket {
  const place = cutPlace(judged);
  const countsTruly = plateauOf(judged) !== undefined;
  const whole = judged.flatMap(({ observation, reading, byCount }) => {
    if (reading !== 'whole' || observation.kind !== 'answered') return [];
    return [observation.lengthTokens - (countsTruly && byCount === 'whole' ? 0 : unseenTokens(observation, place))];
  });
  const fitsTokens = Math.max(0, ...whole);
  const exceeds = judged.find(({ reading, observation }) => reading !== 'whole' && observation.lengthTokens > fitsTokens);
  return { fitsTokens, ...(exceeds && { exceeds }) };
}

/** Tokens that a server which cuts in the middle may have taken between two words without being noticed. */
function unseenTokens({ marks, lengthTokens }: AnsweredProbe, place: CutPlace | undefined): number {
  if (place === undefined || place.headFrom === 0 || place.tailFrom === 0) return 0;
  const cutEnd = lengthTokens - place.tailFrom;
  const stretches = marks.slice(1).map((mark, i) => Math.min(mark.fromToken, cutEnd) - Math.max(marks[i]!.toToken, place.headFrom));
  const leastCut = lengthTokens - place.headTo - place.tailTo;
  return Math.max(0, ...stretches.filter((stretch) => stretch >= leastCut));
}
