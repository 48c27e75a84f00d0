import { targetText } from './target-text.ts';
import type { LedgerRow, Outcome, Sample, Score } from '../core/index.ts';
import { questionText } from './question-text.ts';
import type { WorstAnswer } from './run-summary.ts';
import { cutMiddle } from './visible-text.ts';

/** Longest question, target or answer kept, in UTF-16 code units. */
const MAX_CHARACTERS = 4000;

interface Candidate {
  readonly sample: Sample;
  readonly outcome: Outcome;
  readonly score: Score;
}

/**
 * Collects the answers worth reading: lowest scores first, and among equals each task and language in turn, so that a hopeless one does not
 * fill the list.
 * Full marks are never among them. Holds at most `limit` (default 12) rows for each.
 */
export class WorstAnswers {
  readonly #limit: number;
  readonly #groups = new Map<string, Candidate[]>();

  constructor(limit = 12) {
    this.#limit = limit;
  }

  add({ sample, outcome }: LedgerRow): void {
    if ('skipped' in sample || outcome?.result.status !== 'ok' || outcome.result.score.value >= 1) return;
    const group = `${sample.task}\0${sample.cell['language'] ?? ''}`;
    const worst = this.#groups.get(group) ?? [];
    this.#groups.set(group, worst);
    worst.push({ sample, outcome, score: outcome.result.score });
    // Sorting is stable: among equals the plan's order decides.
    worst.sort((a, b) => a.score.value - b.score.value);
    if (worst.length > this.#limit) worst.pop();
  }

  list(): WorstAnswer[] {
    return [...this.#groups.values()]
      .flatMap((worst) =>
        worst.map((candidate, i) => ({ candidate, turn: i - worst.findIndex((other) => other.score.value === candidate.score.value) })),
      )
      .sort((a, b) => a.candidate.score.value - b.candidate.score.value || a.turn - b.turn)
      .slice(0, this.#limit)
      .map(({ candidate }) => worstAnswer(candidate));
  }
}

function worstAnswer({ sample, outcome, score }: Candidate): WorstAnswer {
  const answer = outcome.calls.map((call) => call.text).join('\n\n');
  return {
    sampleId: sample.id,
    task: sample.task,
    metric: score.metric,
    cell: { ...sample.cell },
    value: score.value,
    question: cutMiddle(questionText(sample), MAX_CHARACTERS),
    target: cutMiddle(targetText(sample.target), MAX_CHARACTERS),
    answer: cutMiddle(answer, MAX_CHARACTERS),
    answerCharacters: answer.length,
    finish: outcome.calls.at(-1)?.finish ?? null,
    why: score.why === undefined ? null : cutMiddle(score.why, MAX_CHARACTERS),
    errorClass: score.errorClass ?? null,
    needleDepthsPercent: (sample.placements ?? []).map((placement) => placement.depthPercent),
    promptTokens: sample.promptTokens,
  };
}
