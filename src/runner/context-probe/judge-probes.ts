import { countLine, type CountLine } from './count-line.ts';
import type { AnsweredProbe, Observation, ProbeFacts } from './observation.ts';
import { readMarks, type MarkReading } from './read-marks.ts';

/** Whether a prompt was read whole, cut, or refused. */
export type Reading = 'whole' | 'cut' | 'refused';

/** An observation with what it means in the light of all others. */
export interface Judged {
  readonly observation: Observation;
  readonly reading: Reading;
  /** What the count alone says; absent: nothing. */
  readonly byCount?: 'whole' | 'cut';
  /** What the code words alone say. */
  readonly byMarks: MarkReading;
}

/** A count below this share of the expected one cannot be noise between tokenizers. */
const CLEAR_CUT_SHARE = 0.9;
/** From this share of the expected count on the count says: whole. */
const WHOLE_SHARE = 0.97;
/** Two counts of cut prompts differ by less than this share. */
const PLATEAU_SHARE = 1 / 4000;

/** Judges all observations, shortest first. Pure: the same observations are judged the same way in any order. */
export function judgeProbes(observations: readonly Observation[], { recall }: Pick<ProbeFacts, 'recall'>): readonly Judged[] {
  const sorted = observations.toSorted((a, b) => a.lengthTokens - b.lengthTokens);
  const clear = judgeAll(sorted, recall, undefined);
  return judgeAll(sorted, recall, plateauOf(clear));
}

/** The count that cut prompts share: the highest count among prompts that were certainly cut. */
export function plateauOf(judged: readonly Judged[]): number | undefined {
  const counts = judged.flatMap(({ observation, byCount }) =>
    byCount === 'cut' && observation.kind === 'answered' ? [observation.inputTokens!] : [],
  );
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/** The line through the counts of the prompts that were read whole. */
export function lineOf(judged: readonly Judged[]): CountLine | undefined {
  return countLine(
    judged.flatMap(({ observation, reading }) => (reading === 'whole' && observation.kind === 'answered' ? [observation] : [])),
  );
}

function judgeAll(sorted: readonly Observation[], recall: number, plateau: number | undefined): readonly Judged[] {
  const judged: Judged[] = [];
  for (const observation of sorted) {
    if (observation.kind === 'refused') judged.push({ observation, reading: 'refused', byMarks: { kind: 'silent' } });
    else judged.push(judgeAnswered(observation, { recall, plateau, line: lineOf(judged) }));
  }
  return judged;
}

interface Light {
  readonly recall: number;
  readonly plateau: number | undefined;
  readonly line: CountLine | undefined;
}

function judgeAnswered(observation: AnsweredProbe, light: Light): Judged {
  const byMarks = readMarks(observation, light.recall);
  const byCount = readCount(observation, byMarks, light);
  const reading = byCount === 'cut' || byMarks.kind === 'cut' || (byMarks.kind === 'all-lost' && byCount === undefined) ? 'cut' : 'whole';
  return { observation, reading, byMarks, ...(byCount !== undefined && { byCount }) };
}

function readCount(observation: AnsweredProbe, byMarks: MarkReading, { plateau, line }: Light): Judged['byCount'] {
  const { inputTokens, lengthTokens } = observation;
  if (inputTokens === undefined || line === undefined) return undefined;
  // Words seen from end to end prove that more arrived than this: such a count is no count of the prompt.
  if (byMarks.kind === 'whole' && inputTokens < CLEAR_CUT_SHARE * line.expected(lengthTokens - widestStretch(observation)))
    return undefined;
  if (plateau !== undefined && Math.abs(inputTokens - plateau) <= Math.max(1, plateau * PLATEAU_SHARE)) return 'cut';
  const share = inputTokens / line.expected(lengthTokens);
  return share < CLEAR_CUT_SHARE ? 'cut' : share >= WHOLE_SHARE ? 'whole' : undefined;
}

/** Tokens of the widest stretch between two neighbouring marks: a cut inside it stays unseen. */
function widestStretch({ marks }: AnsweredProbe): number {
  return Math.max(0, ...marks.slice(1).map((mark, i) => mark.fromToken - marks[i]!.toToken));
}
