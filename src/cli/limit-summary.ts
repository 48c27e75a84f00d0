import { z } from 'zod';
import type { LedgerRow, RunRecord } from '../core/index.ts';
import {
  mostTested,
  outcomesOf,
  planSearch,
  searchCost,
  searchState,
  type LengthState,
  type SearchCost,
  type SearchOptions,
  type SearchPlan,
  type SearchState,
} from '../runner/index.ts';
import { measuredLength, measuredLengthSchema } from './measured-length.ts';

const count = z.number().int().nonnegative();
const tokens = z.number().int().positive();
const prompts = z.object({ prompts: count, tokens: count });

const lengthSchema = z.object({
  lengthTokens: tokens,
  verdict: z
    .enum(['passes', 'fails', 'refused', 'inconclusive', 'undecided', 'not-needed', 'not-askable'])
    .describe('refused: the model takes no prompt of this length; not-askable: no prompt could be made, see `detail`.'),
  capped: z.boolean().describe('True: the mean decided after the last sample allowed, without an error bound.'),
  n: count.describe('Scores that the verdict rests on.'),
  mean: z.number().nullable(),
  missing: count.describe('Asked samples in between that have no score.'),
  prompts: count.describe('Prompts asked, those included that the verdict did not need in the end.'),
  tokens: count.describe('Tokens of these prompts, counted by Fathom.'),
  detail: z.string().optional(),
});

/** The stable JSON of `fathom limit --json`. Fields are only ever added. */
export const limitSummarySchema = z.object({
  run: z.string(),
  model: z.string(),
  task: z.string(),
  status: z.enum(['found', 'inconclusive', 'incomplete']),
  passesTokens: tokens.nullable().describe('The effective context length; null: even the shortest length fails, or nothing is known yet.'),
  failsTokens: tokens.nullable().describe('The shortest tested length that does not pass; null: none.'),
  passingBeyond: z.array(tokens).describe('Tested lengths beyond the failing one that pass all the same: the curve is not monotone.'),
  search: z
    .object({ threshold: z.number(), delta: z.number(), alpha: z.number(), beta: z.number(), maxPerLength: count, verify: z.boolean() })
    .describe('What the sequential test told apart: threshold ± delta, with error chances alpha and beta per length.'),
  answerErrorAtMost: z.number().describe('Bound on the chance of any wrong verdict on the way, outside threshold ± delta.'),
  lengths: z.array(lengthSchema),
  spent: prompts,
  grid: prompts.describe('What a fixed grid of 110 prompts at each of these lengths takes.'),
  savedShare: z.number(),
  measured: measuredLengthSchema.optional().describe('For a run that was no search: the effective length by all of its scores.'),
});

/** What a search for an effective context length found, and what it took. */
export type LimitSummary = z.infer<typeof limitSummarySchema>;
/** One length of it. */
export type LimitLength = z.infer<typeof lengthSchema>;

/** A task's part of a run, and the search that is asked of it. */
export interface LimitMaterial {
  readonly record: RunRecord;
  readonly task: string;
  readonly rows: readonly LedgerRow[];
  readonly options: SearchOptions;
  /** Whether the run asked only what the search picked. A grid also has the effective length by all of its scores. */
  readonly isSearch: boolean;
}

/** Sums up what the rows of a run say about the effective length. In a grid, `spent` is what the search would have asked of it. */
export function summarizeLimit({ record, task, rows, options, isSearch }: LimitMaterial): LimitSummary {
  const plan = planSearch(
    rows.map(({ sample }) => sample),
    record.seed,
  );
  const outcomes = outcomesOf(rows, { reopens: false });
  const state = searchState(plan, outcomes, options);
  const cost = searchCost(plan, isSearch ? outcomes : usedOf(plan, state, outcomes));
  const tests = Math.max(mostTested(plan.pools.length), state.tested.length);
  return {
    run: record.id,
    model: record.model,
    task,
    status: state.status === 'asking' ? 'incomplete' : state.status,
    passesTokens: state.passesTokens,
    failsTokens: state.failsTokens,
    passingBeyond: [...state.passingBeyond],
    search: { ...options },
    answerErrorAtMost: Math.min(1, tests * Math.max(options.alpha, options.beta)),
    lengths: lengthsOf(plan, state, cost),
    spent: cost.spent,
    grid: cost.grid,
    savedShare: cost.savedShare,
    ...(!isSearch && { measured: measuredLength(rows, options.threshold) }),
  };
}

/** Of a grid's outcomes, those that the search came by. */
function usedOf(plan: SearchPlan, { tested }: SearchState, outcomes: ReturnType<typeof outcomesOf>): ReturnType<typeof outcomesOf> {
  const walked = new Map(tested.map((state) => [state.lengthTokens, state.walked]));
  const ids = plan.pools.flatMap(({ lengthTokens, candidates }) => candidates.slice(0, walked.get(lengthTokens) ?? 0).map(({ id }) => id));
  return new Map(ids.flatMap((id) => (outcomes.has(id) ? [[id, outcomes.get(id)!] as const] : [])));
}

function lengthsOf(plan: SearchPlan, { tested }: SearchState, { byLength }: SearchCost): LimitLength[] {
  const asked = byLength.map(({ lengthTokens, ...spent }) => {
    const state = tested.find((each) => each.lengthTokens === lengthTokens);
    return { lengthTokens, ...testedPart(state), ...spent };
  });
  const unasked = plan.unasked.map(({ lengthTokens, reason, detail }) => ({
    lengthTokens,
    ...testedPart(undefined),
    verdict: 'not-askable' as const,
    prompts: 0,
    tokens: 0,
    detail: `${reason}: ${detail}`,
  }));
  return [...asked, ...unasked].toSorted((a, b) => a.lengthTokens - b.lengthTokens);
}

function testedPart(state: LengthState | undefined) {
  if (!state) return { verdict: 'not-needed' as const, capped: false, n: 0, mean: null, missing: 0 };
  const { scores, missing, capped, decision } = state;
  return { verdict: decision ?? ('undecided' as const), capped, n: scores.n, mean: scores.n === 0 ? null : scores.sum / scores.n, missing };
}
