import { z } from 'zod';

const share = z.number().min(0).max(1).nullable();
const count = z.number().int().nonnegative();

/** Cuts of documents over the prompts of a run. */
export const documentCuts = z
  .object({
    prompts: count.describe('Prompts about a document that may be cut.'),
    cut: count.describe('Of these, prompts whose document was cut.'),
    gone: count.describe('Of these, prompts with less than a tenth of their document left.'),
    droppedTokens: count,
    droppedShare: z.number().min(0).max(1).describe('Share of the documents’ tokens that was cut, over all these prompts.'),
  })
  .describe('What was cut from documents, so that prompts fit. A document counts once for each question about it.');

const view = z.object({
  kind: z.enum(['heatmap', 'profile', 'radar', 'table']),
  x: z.string(),
  y: z.string().optional(),
  metric: z.string().optional(),
});

/** Tags and views of a task. */
export const taskFacts = z
  .object({ task: z.string(), tags: z.array(z.string()), views: z.array(view) })
  .describe('What a task asks for (scope and diffusion: 1 low, 3 high) and how it likes to be drawn.');

/** Scores of tasks that share a tag, or of a language. */
export const scoreGroup = z
  .object({
    by: z.enum(['ability', 'scope', 'diffusion', 'language', 'tag']),
    name: z.string(),
    tasks: z.array(z.string()),
    mean: share.describe('Mean of all scored answers of the group.'),
    low: share,
    high: share,
    n: count,
    missing: count,
    baselines: z
      .record(z.string(), z.object({ mean: z.number().min(0).max(1), n: count }))
      .optional()
      .describe('By name: the floor, over the samples of the same tasks; absent without any.'),
  })
  .describe('Tasks that share a tag, or answers in one language.');
