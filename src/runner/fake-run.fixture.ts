import {
  ModelError,
  type Documents,
  type Generation,
  type Ledger,
  type LedgerRow,
  type Model,
  type ModelErrorKind,
  type ModelRequest,
  type RunRecord,
  type Sample,
  type SkippedSample,
  type Strategy,
  type Task,
} from '../core/index.ts';
import type { ExecuteRunOptions } from './execute-run.ts';

/** What a fake model does with a request: the sample's id, how often that sample was asked before, and the request's own signal. */
export type Script = (sampleId: string, nth: number, signal: AbortSignal) => Promise<Generation> | Generation;

/** A model in memory. `asked` lists the sample ids in order of arrival, `open` the requests not settled. */
export interface FakeModel extends Model {
  readonly asked: readonly string[];
  readonly requests: readonly ModelRequest[];
  open(): number;
  mostOpen(): number;
}

/** A model that follows a script. */
export function createFakeModel(script: Script, changes: Partial<Model> = {}): FakeModel {
  const asked: string[] = [];
  const requests: ModelRequest[] = [];
  let open = 0;
  let mostOpen = 0;
  return {
    id: 'fake/one',
    capabilities: new Set(['generate'] as const),
    extension: () => undefined,
    ...changes,
    asked,
    requests,
    open: () => open,
    mostOpen: () => mostOpen,
    async generate(request, { signal }) {
      const id = textOf(request);
      const nth = asked.filter((other) => other === id).length;
      asked.push(id);
      requests.push(request);
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      try {
        return await script(id, nth, signal);
      } finally {
        open -= 1;
      }
    },
  };
}

function textOf(request: ModelRequest): string {
  const source = request.messages[0]!.blocks[0]!.source;
  return 'text' in source ? source.text() : '';
}

/** An answer that counts 100 prompt tokens. */
export function reply(text: string, changes: Partial<Generation> = {}): Generation {
  return { text, finish: 'stop', usage: { inputTokens: 100, outputTokens: 2 }, latencyMs: 5, ...changes };
}

/** A sample whose prompt is its id and whose answer is right when it is `yes`. */
export function fakeSample(id: string, changes: Partial<Sample> = {}): Sample {
  const messages = [{ from: 'user' as const, blocks: [{ role: 'question' as const, pieces: [{ text: id }] }] }];
  return {
    id,
    task: 'fake/task',
    taskVersion: 1,
    ask: { kind: 'generate', steps: [{ messages, output: { maxTokens: 10 } }], fit: { policy: 'exact', tokenizer: 'characters' } },
    target: 'yes',
    cell: { askedTokens: 100 },
    promptTokens: 100,
    ...changes,
  };
}

/** Samples s/0 … s/n-1. */
export function fakeSamples(count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, i) => fakeSample(`s/${i}`));
}

/** Scores 1 for the target, 0 for anything else. */
export const fakeTask: Task = {
  id: 'fake/task',
  version: 1,
  title: 'Fake',
  tags: [],
  languages: ['en'],
  defaults: {},
  fidelity: { own: 'own' },
  samples: () => {
    throw new Error('not planned in these tests');
  },
  score: ({ replies }, { target }) => ({
    status: 'ok',
    score: { value: replies.at(-1) === target ? 1 : 0, mode: 'own', metric: 'exact' },
  }),
};

/** Sends the text of each step's first piece. */
export const fakeStrategy: Strategy = {
  id: 'direct',
  version: 1,
  needs: ['generate'],
  async answer(ask, { model, signal, attemptId }) {
    const generations: Generation[] = [];
    for (const step of ask.kind === 'generate' ? ask.steps : []) {
      const [piece] = step.messages[0]!.blocks[0]!.pieces;
      const text = piece && 'text' in piece ? piece.text : '';
      const source = { byteLength: text.length, digest: () => text, chunks: () => [new TextEncoder().encode(text)], text: () => text };
      const messages = [{ from: 'user' as const, blocks: [{ role: 'question' as const, source }] }];
      generations.push(await model.generate({ messages, output: step.output, attemptId }, { signal }));
    }
    return { replies: generations.map((generation) => generation.text), generations };
  },
};

/** Documents for prompts without any. */
export const noDocuments: Documents = {
  bytes: (digest) => {
    throw new Error(`unknown document ${digest}`);
  },
};

/** The record of run r1. */
export const fakeRun: RunRecord = {
  id: 'r1',
  createdAt: '2026-01-01T00:00:00.000Z',
  status: 'running',
  version: '0.1.0',
  model: 'fake/one',
  strategy: 'direct',
  tasks: ['fake/task'],
  seed: 0,
  tokenizer: 'characters',
  options: {},
  corpora: [],
};

/** Options of executeRun for run r1 with the fakes above. */
export function fakeOptions(ledger: Ledger, model: Model, changes: Partial<ExecuteRunOptions> = {}): ExecuteRunOptions {
  return {
    runId: 'r1',
    ledger,
    tasks: [fakeTask],
    model,
    strategy: fakeStrategy,
    documents: noDocuments,
    digestPrompt: (steps) => `digest of ${JSON.stringify(steps[0]!.messages[0]!.blocks[0]!.pieces)}`,
    ...changes,
  };
}

/** All rows of run r1. */
export async function rowsOf(ledger: Ledger): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const row of ledger.rows('r1')) rows.push(row);
  return rows;
}

/** Per sample in plan order: `ok 1`, the reason of an error or skip, or `pending`. */
export async function resultsOf(ledger: Ledger): Promise<readonly string[]> {
  return (await rowsOf(ledger)).map(({ outcome }) => {
    if (!outcome) return 'pending';
    return outcome.result.status === 'ok' ? `ok ${outcome.result.score.value}` : outcome.result.reason;
  });
}

/** The ledger with run r1 over these samples in it. */
export async function withRun(ledger: Ledger, samples: readonly (Sample | SkippedSample)[]): Promise<Ledger> {
  await ledger.createRun(fakeRun, samples);
  return ledger;
}

/** Fails the first `times` requests of every sample, then answers `yes`. */
export function failing(kind: ModelErrorKind, times: number, details: { readonly retryAfterMs?: number } = {}): Script {
  return (_, nth) => {
    if (nth < times) throw new ModelError(kind, `${kind} trouble`, details);
    return reply('yes');
  };
}
