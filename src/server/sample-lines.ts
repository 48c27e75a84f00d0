import { z } from 'zod';
import type { Cell, LedgerRow } from '../core/index.ts';
import type { SampleLine, SampleLines } from './api.ts';
import { trouble } from './sample-page.ts';

/** Which samples, and which of them: `where` holds cell coordinates as JSON text. */
export const sampleQuery = z.object({
  task: z.string().optional(),
  status: z.enum(['ok', 'error', 'skipped', 'pending']).optional(),
  where: z
    .string()
    .max(2000)
    .transform((text, context) => {
      try {
        return z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).parse(JSON.parse(text));
      } catch {
        context.addIssue('no JSON object of coordinates');
        return z.NEVER;
      }
    })
    .optional(),
  sort: z.enum(['plan', 'score']).default('plan'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export type SampleQuery = z.infer<typeof sampleQuery>;

/** Characters of an answer in a list. */
const ANSWER_CHARACTERS = 160;

/** Reads a run's rows once and gives a page of those that match. Lowest scores first under `score`, samples without one last. */
export async function sampleLines(rows: AsyncIterable<LedgerRow>, query: SampleQuery): Promise<SampleLines> {
  const found: SampleLine[] = [];
  for await (const row of rows) if (matches(row, query)) found.push(lineOf(row));
  if (query.sort === 'score') found.sort((a, b) => (a.score ?? 2) - (b.score ?? 2));
  return { total: found.length, offset: query.offset, lines: found.slice(query.offset, query.offset + query.limit) };
}

function matches({ sample, outcome }: LedgerRow, { task, status, where }: SampleQuery): boolean {
  if (task !== undefined && sample.task !== task) return false;
  if (status !== undefined && trouble(sample, outcome).status !== status) return false;
  return (
    where === undefined ||
    liesIn(sample.cell, where) ||
    partsOf(outcome).some(({ cell = {} }) => liesIn({ ...sample.cell, ...cell }, where))
  );
}

/** Some samples carry a coordinate in the parts of their score alone: one needle of many has a depth of its own. */
function partsOf(outcome: LedgerRow['outcome']): readonly { readonly cell?: Cell }[] {
  return outcome?.result.status === 'ok' ? (outcome.result.score.parts ?? []) : [];
}

const liesIn = (cell: Cell, where: Cell): boolean => Object.entries(where).every(([axis, value]) => cell[axis] === value);

function lineOf({ sample, outcome }: LedgerRow): SampleLine {
  const { status, reason } = trouble(sample, outcome);
  const score = outcome?.result.status === 'ok' ? outcome.result.score : undefined;
  return {
    id: sample.id,
    task: sample.task,
    cell: sample.cell,
    status,
    score: score?.value ?? null,
    note: reason ?? score?.errorClass ?? null,
    promptTokens: 'skipped' in sample ? null : sample.promptTokens,
    answer: (outcome?.calls.map(({ text }) => text).join('\n') ?? '').slice(0, ANSWER_CHARACTERS),
  };
}
