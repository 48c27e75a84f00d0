import { z } from 'zod';
import { documentCuts, scoreGroup, taskFacts } from './task-schemas.ts';

const axisValue = z.union([z.string(), z.number(), z.boolean()]);
const cell = z.record(z.string(), axisValue).describe('Coordinates, one per axis; an axis that does not apply is absent.');
const share = z.number().min(0).max(1).nullable();
const count = z.number().int().nonnegative();
const failed = count.optional().describe('Those of the missing that ended in an error; absent when none did.');

const score = z
  .object({
    task: z.string(),
    metric: z.string(),
    mode: z.string().describe('Which rules scored it: corrected, compat, …'),
    cell,
    n: z.number().nonnegative().describe('Scored answers (or their parts).'),
    missing: count.describe('Samples of this cell without a score: errors, skipped, not answered yet.'),
    mean: share.describe('0–1; null when n is 0.'),
    low: share.describe('Interval at 95 %: Wilson, over as many independent answers as those that share a haystack are worth.'),
    high: share,
    baselines: z
      .record(z.string(), z.object({ mean: share, low: share, high: share, n: z.number().nonnegative() }))
      .optional()
      .describe('By name: the same cell under every baseline that was asked; absent without any.'),
    clusters: z
      .record(z.string(), z.object({ sum: z.number(), n: z.number().nonnegative() }))
      .optional()
      .describe('Scores that are not independent (one haystack, one answer): their sum and number, by what they share.'),
  })
  .describe('One row per task, metric, mode and cell; repeats are pooled.');

const overall = z
  .object({
    metric: z.string(),
    label: z.string(),
    mean: z.number().nullable().describe('0–1, or in the unit of the aggregate.'),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.number().nonnegative(),
    missing: count,
    failed,
    unit: z.enum(['score', 'needles', 'tokens', 'count']),
  })
  .describe("The headline: the family's own where it has one, else the mean over all scored answers.");

const usage = z.object({
  promptTokens: count.describe('Tokens of the prompts sent, counted by Fathom in the tokenizer of the run.'),
  inputTokens: count
    .nullable()
    .describe('As the provider counted; null when no call reported it. Likewise the cached, output and reasoning tokens.'),
  cachedTokens: count.nullable(),
  cacheWriteTokens: count
    .nullable()
    .default(null)
    .describe('Of the input tokens, those written to the provider’s cache, where it charges for that; null when no call reported it.'),
  outputTokens: count.nullable(),
  reasoningTokens: count.nullable(),
  calls: count,
  latencyMs: z.object({ median: z.number().nullable(), p95: z.number().nullable() }),
  durationMs: z.number().nonnegative().nullable().describe('From the first request to the last answer, pauses between sittings included.'),
  reported: count.describe('Calls whose input tokens the provider reported.'),
  fromCache: count.describe('Answers taken from the response cache; they are in none of the other numbers.'),
  predictedCachedShare: share
    .optional()
    .describe('Share of the prompt tokens, 0–1, that the plan expected from the provider’s prefix cache.'),
  usd: z
    .number()
    .nonnegative()
    .optional()
    .describe('US dollars by the prices of the run, for calls whose tokens were reported; absent without prices.'),
});

const judge = z.object({
  models: z.array(z.string()).describe('Judges of the scores; more than one where the judge was changed between sittings.'),
  prompts: z.array(z.string()).describe('Prompts of the judge, ID/HASH: the hash pins the wording.'),
  answers: count.describe('Scores that a judge had a part in.'),
  asked: count.describe('Questions that the judge was asked for them.'),
  onRecord: count.describe('Replies that were on record and cost nothing.'),
  inputTokens: count.describe('Of the questions asked, as the provider counted; not part of the run’s own usage.'),
  outputTokens: count,
  usd: z.number().nonnegative().optional().describe('US dollars by the judge’s prices in the record; absent without prices.'),
});

const removedThinking = z.object({ answers: count, chars: count });

const profile = z
  .object({
    task: z.string(),
    metric: z.string(),
    mode: z.string(),
    language: z.string().nullable(),
    axis: z.string(),
    points: z.array(
      z.object({
        at: z.number(),
        mean: share,
        low: share,
        high: share,
        n: z.number().nonnegative(),
        missing: count,
        baselines: z
          .record(z.string(), z.object({ mean: z.number().min(0).max(1), n: z.number().nonnegative() }))
          .optional()
          .describe('By name: the same place under every baseline that has scores there; absent without any.'),
      }),
    ),
  })
  .describe('Scores along one numeric axis, pooled over the others.');

const aggregate = z.object({
  metric: z.string(),
  label: z.string(),
  cell,
  value: z.number().nullable(),
  n: z.number().nonnegative(),
  missing: count,
  failed,
  unit: z.enum(['score', 'needles', 'tokens', 'count']),
});

const troubledCell = z.object({ task: z.string(), cell, reason: z.string(), detail: z.string(), count });

const worst = z
  .object({
    sampleId: z.string(),
    task: z.string(),
    metric: z.string(),
    cell,
    value: z.number(),
    question: z.string(),
    target: z.string(),
    answer: z.string().describe('Model text, never trusted; long answers are cut in the middle.'),
    answerCharacters: count.describe('Length of the whole answer.'),
    finish: z.string().nullable(),
    why: z.string().nullable(),
    errorClass: z.string().nullable(),
    needleDepthsPercent: z.array(z.number()),
    promptTokens: count,
  })
  .describe('One of the lowest-scoring answers.');

const baselineTask = z
  .object({
    task: z.string(),
    n: count.describe('Samples scored under the baseline and in this run: all numbers of the row are over these.'),
    missing: count.describe('Samples without a score on either side, skipped ones not counted.'),
    skipped: z.array(z.object({ reason: z.string(), detail: z.string(), count })).describe('Samples in which the baseline makes no sense.'),
    mean: share.describe('Score of the baseline.'),
    low: share.describe('Wilson interval at 95 %.'),
    high: share,
    beside: share.describe('Score of this run.'),
    difference: z.number().nullable().describe('This run − baseline, paired.'),
    differenceLow: z.number().nullable().describe('Bootstrap interval at 95 %.'),
    differenceHigh: z.number().nullable(),
    p: z.number().nullable().describe('Two-sided p of the paired permutation test.'),
    flag: z.enum(['solved-by-search', 'known']).nullable(),
  })
  .describe('A task under a baseline, beside this run.');

const baseline = z
  .object({
    name: z.string(),
    mean: share.describe('Headline of the baseline, as the family sums it up; null when a part of it has no score.'),
    low: share,
    high: share,
    n: z.number().nonnegative(),
    missing: count,
    run: z.string().optional().describe('Id of its own run in the ledger.'),
    model: z.string().optional(),
    strategy: z.string().optional(),
    usage: usage.optional().describe('What the baseline cost; not part of the run’s own usage.'),
    tasks: z.array(baselineTask).optional(),
  })
  .describe('The same samples, answered in another way.');

const alarm = z.object({
  kind: z.enum(['document-gone', 'input-cut', 'thinking-cut', 'answer-cut', 'refused', 'empty-answer']),
  count,
  detail: z.string(),
  sampleIds: z.array(z.string()).describe('The first few.'),
});

/** The stable JSON of `run --json` and `report --format json`. Fields are only ever added. */
export const runSummarySchema = z.object({
  run: z.string(),
  status: z.enum(['running', 'complete', 'incomplete']),
  model: z.string(),
  strategy: z.string(),
  createdAt: z.string(),
  version: z.string().describe('Version of Fathom that made the samples.'),
  tokenizer: z.string(),
  seed: z.number(),
  tasks: z.array(z.string()),
  languages: z.array(z.string()),
  scores: z.array(score),
  overall,
  usage,
  judge: judge.optional().describe('Present where a judge had a part in the scores. Without the baselines.'),
  removedThinking: removedThinking
    .optional()
    .describe('Answers that had thinking in their text, which was taken out before scoring, and its characters; absent for none.'),
  aggregates: z.array(aggregate),
  profiles: z.array(profile),
  baselines: z.array(baseline),
  taskFacts: z.array(taskFacts),
  groups: z.array(scoreGroup),
  skipped: z.array(z.object({ reason: z.string(), count })),
  skippedCells: z.array(troubledCell),
  errors: z.array(troubledCell),
  pending: count.describe('Samples without an outcome.'),
  documents: documentCuts.nullable().describe('Null where no prompt may be cut.'),
  alarms: z.array(alarm),
  worst: z.array(worst),
  corpora: z.array(z.object({ digest: z.string(), language: z.string(), origin: z.record(z.string(), z.json()) })),
  options: z.record(z.string(), z.json()).describe('Options as the tasks and the model got them, without keys.'),
  command: z.string().describe('A command that repeats the run.'),
});

/** Everything that a report says about a run, as plain JSON. */
export type RunSummary = z.infer<typeof runSummarySchema>;
/** A row of `RunSummary.scores`. */
export type ScoreSummary = z.infer<typeof score>;
/** Scores along one numeric axis. */
export type Profile = z.infer<typeof profile>;
/** A low-scoring answer to read. */
export type WorstAnswer = z.infer<typeof worst>;
/** Another way to answer the same samples: `lexical`, `retrieval`, `closed-book`, `oracle`. */
export type Baseline = z.infer<typeof baseline>;
/** A task under a baseline, beside the run. */
export type BaselineTask = z.infer<typeof baselineTask>;
/** Tokens, calls and time of a run. */
export type UsageSummary = z.infer<typeof usage>;
/** Who judged, and what that took. */
export type JudgeSummary = z.infer<typeof judge>;
/** Something in the answers that makes scores doubtful. */
export type Alarm = z.infer<typeof alarm>;
/** A cell with samples that got no score, and why. */
export type TroubledCell = z.infer<typeof troubledCell>;

/** JSON Schema (draft 2020-12) of the run summary, for readers in other languages. Unknown fields are allowed: later versions add some. */
export function runSummaryJsonSchema(): object {
  return z.toJSONSchema(runSummarySchema, { io: 'input' });
}
