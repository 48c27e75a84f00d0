import type { CallRecord, Cell, LedgerRow, Outcome, Placement, RunRecord, Sample, Score } from '../../core/index.ts';

/** A run record for tests. */
export function runRecord(overrides: Partial<RunRecord> = {}): RunRecord {
  return {
    id: '20260131-142530-k3f9',
    createdAt: '2026-01-31T14:25:30.000Z',
    status: 'complete',
    version: '0.1.0',
    model: 'mock/echo',
    strategy: 'direct',
    tasks: ['demo/find'],
    seed: 7,
    tokenizer: 'o200k_base',
    options: { lengths: '4k,10k' },
    corpora: [],
    ...overrides,
  };
}

/** What a test says of a row; everything else has a plain default. */
export interface RowFacts {
  readonly id?: string;
  readonly task?: string;
  readonly question?: string;
  readonly target?: string;
  readonly answer?: string;
  readonly promptTokens?: number;
  readonly cluster?: string;
  readonly group?: string;
  readonly placements?: readonly Placement[];
  readonly call?: Partial<CallRecord>;
  readonly outcome?: Partial<Outcome>;
}

/** A row scored with `value`, or with the given score. */
export function scoredRow(cell: Cell, score: number | (Partial<Score> & { readonly value: number }), facts: RowFacts = {}): LedgerRow {
  const whole: Score = { metric: 'keyword', mode: 'corrected', ...(typeof score === 'number' ? { value: score } : score) };
  return rowOf(cell, { result: { status: 'ok', score: whole } }, facts);
}

/** A row whose call failed. */
export function failedRow(cell: Cell, facts: RowFacts = {}): LedgerRow {
  return rowOf(cell, { result: { status: 'error', reason: 'server', detail: '503' }, calls: [] }, facts);
}

/** A row without an outcome. */
export function pendingRow(cell: Cell, facts: RowFacts = {}): LedgerRow {
  return { sample: sampleOf(cell, facts) };
}

/** A cell that could not be built. */
export function skippedRow(cell: Cell, { task = 'demo/find' }: RowFacts = {}): LedgerRow {
  const skipped = { reason: 'too-short', detail: 'eleven needles do not fit' };
  const sample = { id: idOf(task, cell), task, cell, skipped };
  return {
    sample,
    outcome: { sampleId: sample.id, result: { status: 'skipped', ...skipped }, calls: [], attempts: 0, cached: false, recordedAt: '' },
  };
}

function rowOf(cell: Cell, outcome: Pick<Outcome, 'result'> & Partial<Outcome>, facts: RowFacts): LedgerRow {
  const sample = sampleOf(cell, facts);
  const { answer = 'an answer' } = facts;
  const call: CallRecord = {
    text: answer,
    finish: 'stop',
    usage: { inputTokens: sample.promptTokens, outputTokens: 5 },
    latencyMs: 100,
    ...facts.call,
  };
  return {
    sample,
    outcome: {
      sampleId: sample.id,
      calls: [call],
      attempts: 1,
      cached: false,
      recordedAt: '2026-01-31T14:25:31.000Z',
      ...outcome,
      ...facts.outcome,
    },
  };
}

function sampleOf(cell: Cell, { task = 'demo/find', id = idOf(task, cell), ...facts }: RowFacts): Sample {
  const { question = 'Where?', target = 'here', promptTokens = Number(cell['askedTokens'] ?? 100), placements, cluster, group } = facts;
  return {
    id,
    task,
    taskVersion: 1,
    ask: {
      kind: 'generate',
      steps: [
        {
          messages: [
            {
              from: 'user',
              blocks: [
                { role: 'context', pieces: [{ text: 'much text' }] },
                { role: 'question', pieces: [{ text: question }] },
              ],
            },
          ],
          output: { maxTokens: 50 },
        },
      ],
      fit: { policy: 'exact', tokenizer: 'o200k_base' },
    },
    target,
    cell,
    promptTokens,
    ...(placements === undefined ? {} : { placements }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(group === undefined ? {} : { group }),
  };
}

function idOf(task: string, cell: Cell): string {
  return [task, ...Object.values(cell)].join('/');
}
