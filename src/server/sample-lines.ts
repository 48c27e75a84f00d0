import { z } from 'zod';
import type { Cell, LedgerRow } from '../core/index.ts';
import type { PlaceAmong, SampleLine, SampleLines } from './api.ts';
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

/** What the list says of a sample, and the places that its parts have of their own: one needle of many has a depth that its sample has not. */
export interface IndexedLine {
  readonly line: SampleLine;
  readonly parts: readonly Cell[];
}

/** A row without what makes it big. */
export function indexedLine(row: LedgerRow): IndexedLine {
  const { result } = row.outcome ?? {};
  const parts = result?.status === 'ok' ? (result.score.parts ?? []) : [];
  return { line: lineOf(row), parts: parts.flatMap(({ cell }) => (cell === undefined ? [] : [{ ...row.sample.cell, ...cell }])) };
}

/** A page of the samples that match. */
export function sampleLines(all: readonly IndexedLine[], query: SampleQuery): SampleLines {
  const found = matching(all, query);
  return { total: found.length, offset: query.offset, lines: found.slice(query.offset, query.offset + query.limit) };
}

/** Where a sample stands among those that match. */
export function placeAmong(all: readonly IndexedLine[], id: string, query: SampleQuery): PlaceAmong {
  const found = matching(all, query);
  const at = found.findIndex((line) => line.id === id);
  if (at < 0) return { position: null, total: found.length };
  const [previous, next] = [found[at - 1], found[at + 1]];
  return { position: at, total: found.length, ...(previous && { previous: previous.id }), ...(next && { next: next.id }) };
}

/** Lowest scores first under `score`, samples without one last. */
function matching(all: readonly IndexedLine[], query: SampleQuery): readonly SampleLine[] {
  const found = all.filter((each) => matches(each, query)).map(({ line }) => line);
  return query.sort === 'score' ? found.sort((a, b) => (a.score ?? 2) - (b.score ?? 2)) : found;
}

function matches({ line, parts }: IndexedLine, { task, status, where }: SampleQuery): boolean {
  if (task !== undefined && line.task !== task) return false;
  if (status !== undefined && line.status !== status) return false;
  return where === undefined || liesIn(line.cell, where) || parts.some((cell) => liesIn(cell, where));
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
