import { expect, it } from 'vitest';
import { runSummaryJsonSchema, runSummarySchema, summarizeRun } from './index.ts';
import { exampleRun } from './testing/example-run.ts';

it('fits its schema, also after a trip through JSON, and refuses another shape', async () => {
  const summary = await summarizeRun(exampleRun({ lengths: [1000, 4000], repeats: 1 }));
  expect(runSummarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  expect(runSummarySchema.safeParse({ ...summary, scores: [{ ...summary.scores[0], mean: 7 }] }).success).toBe(false);
});

it('has a JSON Schema that names every field and allows more', () => {
  const schema = runSummaryJsonSchema() as { required: string[]; additionalProperties?: unknown; properties: Record<string, unknown> };
  const optional = new Set(['judge', 'removedThinking']);
  expect(schema.required).toEqual(Object.keys(runSummarySchema.shape).filter((key) => !optional.has(key)));
  expect(Object.keys(schema.properties)).toEqual(Object.keys(runSummarySchema.shape));
  expect(schema.additionalProperties).toBeUndefined();
});
