import {
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
import { changedText, requireDataFiles } from './data/recorded-data.ts';
import { cacheDir } from './ledger-path.ts';
import { plannedModel } from './plan-from-flags.ts';
import { applySelection, recordedSelection } from './selection-flags.ts';
import { findRunTasks } from './wire.ts';

/** The samples of a run made again from its record, and what is needed to render and count them. */
export interface RebuiltRun {
  readonly tokenizer: Tokenizer;
  /** Texts behind the samples made so far. */
  readonly documents: Documents;
  /** The texts themselves. */
  corpora(): readonly CorpusSource[];
  samples(): AsyncGenerator<Sample | SkippedSample>;
}

interface Part {
  readonly prepared: PreparedRun;
  readonly options: JsonObject;
}

/**
 * Prepares a run to be built again: with its own options and selection, or, for a run merged from others, with those of each in turn. `dataDir`: where its data
 * files are now. Rejects with FathomError `missing` for data files that are gone.
 */
export async function rebuildRun(run: RunRecord, { dataDir }: { readonly dataDir?: string } = {}): Promise<RebuiltRun> {
  if (dataDir === undefined) requireDataFiles(run);
  const sources = (run.mergedFrom ?? [run]).map((source) => ({ ...source, options: movedOptions(source.options, dataDir) }));
  const parts = await Promise.all(
    sources.map(async ({ tasks, options }): Promise<Part> => ({ prepared: await prepare(run, tasks, options), options })),
  );
  return {
    tokenizer: parts[0]!.prepared.tokenizer,
    documents: {
      bytes: (digest) => bytesIn(parts, digest) ?? refuse(changedText(run, { digest, ...(dataDir !== undefined && { dataDir }) })),
    },
    corpora: () => parts.flatMap(({ prepared }) => prepared.corpora()),
    samples: () => movedBack(unitedSamples(parts), { run, dataDir }),
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

function bytesIn(parts: readonly Part[], digest: string): Uint8Array | undefined {
  const part = parts.find(({ prepared }) => prepared.corpora().some((corpus) => corpus.digest === digest));
  return part?.prepared.documents().bytes(digest);
}

function refuse(error: Error): never {
  throw error;
}

/** Options whose tasks read their data from another folder. */
function movedOptions(options: JsonObject, dataDir: string | undefined): JsonObject {
  const tasks = options['tasks'] as JsonObject;
  return dataDir === undefined || tasks['dataDir'] === undefined ? options : { ...options, tasks: { ...tasks, dataDir } };
}

/** Skipped samples say where they looked: as the run said it. */
async function* movedBack(
  samples: AsyncIterable<Sample | SkippedSample>,
  { run, dataDir }: { readonly run: RunRecord; readonly dataDir: string | undefined },
): AsyncGenerator<Sample | SkippedSample> {
  const recorded = (run.options['tasks'] as JsonObject | undefined)?.['dataDir'];
  for await (const sample of samples) {
    if (dataDir === undefined || typeof recorded !== 'string' || !('skipped' in sample)) yield sample;
    else yield { ...sample, skipped: { ...sample.skipped, detail: sample.skipped.detail.replaceAll(dataDir, recorded) } };
  }
}

function haystacksOf(run: RunRecord): readonly HaystackPath[] {
  const paths = run.corpora.filter(({ origin }: CorpusSource) => origin['kind'] === 'path');
  return [...new Map(paths.map(({ origin, language }) => [String(origin['path']), { path: String(origin['path']), language }])).values()];
}
