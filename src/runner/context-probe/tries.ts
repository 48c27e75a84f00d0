import { judgeProbes } from './judge-probes.ts';
import type { ProbeStep } from './next-probe.ts';
import type { AnsweredProbe, Mark, Observation, ProbeFacts } from './observation.ts';

/** Recall from which on a model counts as one that repeats what it sees. */
const SURE_RECALL = 0.95;
const GOOD_RECALL = 0.8;

/**
 * Whether a prompt must be asked once more before its lost words count: a word that was repeated was there, a word that was not may only
 * have been passed over. No second try where the provider's count shows the cut, nor far from the limit for a model that repeats well:
 * a mistake there is found later.
 */
export function needsAnotherTry(
  known: readonly Observation[],
  probe: AnsweredProbe,
  { kind, facts }: Pick<ProbeStep, 'kind'> & { readonly facts: ProbeFacts },
): boolean {
  const judged = judgeProbes([...known, probe], facts).find(({ observation }) => observation === probe)!;
  if (judged.byCount === 'cut' || judged.byMarks.kind === 'silent' || judged.byMarks.kind === 'whole') return false;
  const clear = judged.byMarks.kind === 'cut' && kind !== 'narrow' && facts.recall >= SURE_RECALL;
  return !clear && probe.tries < mostTries(facts.recall);
}

const mostTries = (recall: number): number => (recall >= SURE_RECALL ? 2 : recall >= GOOD_RECALL ? 3 : 5);

/** Two tries at one length as one observation. */
export function joinTries(first: AnsweredProbe, second: AnsweredProbe): AnsweredProbe {
  const marks: readonly Mark[] = first.marks.map((mark, i) => ({ ...mark, seen: mark.seen || second.marks[i]?.seen === true }));
  return { ...first, marks, tries: first.tries + second.tries };
}
