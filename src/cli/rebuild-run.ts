import {
  FathomError,
  type CorpusSource,
  type Documents,
  type JsonObject,
  type RunRecord,
  type Sample,
  type SkippedSample,
  type Tokenizer,
} from '../core/index.ts';
import { prepareRun, type HaystackPath, type PreparedRun } from '../evaluate/index.ts';
import { planSamples } from '../runner/index.ts';
import { cacheDir } from './ledger-path.ts';
import { plannedModel } from './plan-from-flags.ts';
import { applySelection, recordedSelection } from './selection-flags.ts';
import { findRunTasks } from './wire.ts';

/** The samples of a run made again from its record, and what is needed to render and count them. */
export interface RebuiltRun {
  readonly tokenizer: Tokenizer;
  /** Texts behind the samples made so far. */
  readonly documents: Documents;
  samples(): AsyncGenerator<Sample | SkippedSample>;
}

interface Part {
  readonly prepared: PreparedRun;
  readonly options: JsonObject;
}

/** Prepares a run to be built again: with its own options and selection, or, for a run merged from others, with those of each in turn. */
export async function rebuildRun(run: RunRecord): Promise<RebuiltRun> {
  const sources = run.mergedFrom ?? [run];
  const parts = await Promise.all(
    sources.map(async ({ tasks, options }): Promise<Part> => ({ prepared: await prepare(run, tasks, options), options })),
  );
  return {
    tokenizer: parts[0]!.prepared.tokenizer,
    documents: { bytes: (digest) => bytesIn(parts, digest) },
    samples: () => unitedSamples(parts),
  };
}

async function prepare(run: RunRecord, taskIds: readonly string[], options: JsonObject): Promise<PreparedRun> {
  const { families, tasks } = await findRunTasks({ tasks: taskIds, corpora: run.corpora });
  return prepareRun({
    families,
    tasks,
    taskOptions: options['tasks'] as JsonObject,
    tokenizer: typeof options['tokenizer'] === 'string' ? options['tokenizer'] : run.tokenizer,
    seed: run.seed,
    haystacks: haystacksOf(run),
    cacheDir: cacheDir(),
  });
}

/** Each sample once, from the first part that has it. */
async function* unitedSamples(parts: readonly Part[]): AsyncGenerator<Sample | SkippedSample> {
  const seen = new Set<string>();
  for (const { prepared, options } of parts) {
    const room = options['thinkingTokens'];
    const model = { ...plannedModel(options['model'] as JsonObject), ...(typeof room === 'number' && { thinkingTokens: room }) };
    const planned = await Array.fromAsync(planSamples({ tasks: prepared.tasks, deps: prepared.deps, model }));
    for (const sample of applySelection(planned, recordedSelection(options))) {
      if (!seen.has(sample.id)) yield sample;
      seen.add(sample.id);
    }
  }
}

function bytesIn(parts: readonly Part[], digest: string): Uint8Array {
  const part = parts.find(({ prepared }) => prepared.corpora().some((corpus) => corpus.digest === digest));
  if (part) return part.prepared.documents().bytes(digest);
  throw new FathomError('data', `The text ${digest} is in none of the haystacks that were opened.`);
}

function haystacksOf(run: RunRecord): readonly HaystackPath[] {
  const paths = run.corpora.filter(({ origin }: CorpusSource) => origin['kind'] === 'path');
  return [...new Map(paths.map(({ origin, language }) => [String(origin['path']), { path: String(origin['path']), language }])).values()];
}
