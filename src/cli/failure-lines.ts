import { RETRYABLE_REASONS, SCORER_ERROR } from '../core/index.ts';
import { countNoun, visibleLine, type RunSummary } from '../report/index.ts';

/** A reason with how many samples it cost, and what the first of them was told. */
interface Failure {
  readonly reason: string;
  readonly count: number;
  readonly detail: string;
}

/** What to do about a reason, where it is more than asking again. */
const ADVICE: { readonly [reason: string]: string } = {
  context: 'the prompt is longer than the window: fathom probe finds it, --context-tokens skips what cannot fit',
};

/** Says which samples failed for good, why, and what to do; nothing when none did. Failures that may pass are asked again by any resume. */
export function failureLines({ run, errors }: Pick<RunSummary, 'run' | 'errors'>): readonly string[] {
  const failures = byReason(errors.filter(({ reason }) => !RETRYABLE_REASONS.includes(reason)));
  if (failures.length === 0) return [];
  const total = failures.reduce((sum, { count }) => sum + count, 0);
  return [
    `${countNoun(total, 'sample')} failed for good and ${total === 1 ? 'has' : 'have'} no score:`,
    ...failures.map(({ reason, count, detail }) => `  ${count} ${reason}: ${ADVICE[reason] ?? visibleLine(detail)}`),
    ...(failures.some(({ reason }) => reason !== SCORER_ERROR)
      ? [`Once the cause is mended, ask them again: fathom resume ${run} --retry-errors`]
      : []),
    ...(failures.some(({ reason }) => reason === SCORER_ERROR) ? [`Answers that could not be scored are kept: fathom rescore ${run}`] : []),
  ];
}

function byReason(errors: RunSummary['errors']): readonly Failure[] {
  return [...Map.groupBy(errors, ({ reason }) => reason)]
    .map(([reason, cells]) => ({ reason, count: cells.reduce((sum, { count }) => sum + count, 0), detail: cells[0]!.detail }))
    .sort((a, b) => b.count - a.count);
}
