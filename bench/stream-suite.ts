/**
 * A program for the memory benchmark: plans prompts of a million tokens and streams them to a server, as a run does.
 * `node bench/stream-suite.ts URL HAYSTACK_FOLDER LANGUAGE [SAMPLES_FILE]`. With a file that is there the samples are read from it instead of
 * planned, so no tokenizer is loaded; with one that is not there they are planned and written to it, and nothing is sent.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Corpus, Sample } from '../src/core/index.ts';
import { needlebench } from '../src/benchmarks/needlebench/index.ts';
import { createOpenAiCompatible } from '../src/models/openai-compatible/index.ts';
import { executeRun, planRun } from '../src/runner/index.ts';
import { createMemoryLedger } from '../src/store/index.ts';
import { createDirect } from '../src/strategies/index.ts';
import { createDocuments, indexCorpus, loadCorpus, loadTokenizer, promptDigest, renderStep } from '../src/text/index.ts';
import { CONCURRENCY, PROMPTS } from './million-prompts.ts';

const [url, folder, language, samplesFile] = process.argv.slice(2) as [string, string, string, string?];
const task = needlebench.tasks.find(({ id }) => id === 'needlebench/single-retrieval')!;
const phase = (name: string) => process.stdout.write(`phase ${name}\n`);

phase('corpus');
const corpus = await loadCorpus(folder, { language });
const isPlanned = samplesFile !== undefined && existsSync(samplesFile);
const samples = isPlanned ? (JSON.parse(readFileSync(samplesFile, 'utf8')) as readonly Sample[]) : await plan(corpus);
if (samplesFile !== undefined && !isPlanned) writeFileSync(samplesFile, JSON.stringify(samples));
else await stream(samples);

async function plan(haystack: Corpus): Promise<readonly Sample[]> {
  phase('tokenizer');
  const tokenizer = await loadTokenizer('o200k_base');
  phase('index');
  const index = await indexCorpus(haystack, tokenizer);
  phase('plan');
  const deps = { tokenizer, seed: 0, haystack: () => Promise.resolve(index), index: () => Promise.resolve(index) };
  const options = { ...PROMPTS, languages: [language] };
  const planned = await planRun({ tasks: [{ task, options }], deps, model: { capabilities: new Set(['generate']) } });
  return planned.samples.filter((sample): sample is Sample => !('skipped' in sample));
}

async function stream(pending: readonly Sample[]): Promise<void> {
  phase('stream');
  const ledger = createMemoryLedger();
  const runId = 'bench';
  await ledger.createRun(
    {
      id: runId,
      createdAt: '2026-01-01T00:00:00.000Z',
      status: 'running',
      version: 'bench',
      model: url,
      strategy: 'direct',
      tasks: [task.id],
      seed: 0,
      tokenizer: 'o200k_base',
      options: {},
      corpora: [],
    },
    pending,
  );
  const model = createOpenAiCompatible({ id: url, model: 'mock-model', baseUrl: url });
  const { summary } = await executeRun({
    runId,
    ledger,
    tasks: [task],
    model,
    strategy: createDirect({ renderStep }),
    documents: createDocuments([corpus]),
    digestPrompt: promptDigest,
    limits: { concurrency: CONCURRENCY },
  });
  await model.close?.();
  const expected = PROMPTS.depths.length * PROMPTS.repeats;
  if (summary.ok !== expected) throw new Error(`${summary.ok} of ${expected} prompts were answered`);
}
