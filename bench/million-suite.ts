import type { Documents, Sample, TokenIndex, Tokenizer } from '../src/core/index.ts';
import { needlebench } from '../src/benchmarks/needlebench/index.ts';
import { planRun, type PlannedTask } from '../src/runner/index.ts';
import { corpusOf, createDocuments, indexCorpus } from '../src/text/index.ts';
import type { HaystackText } from './haystack-texts.ts';
import { timed } from './measure.ts';

/** NeedleBench's single-needle retrieval on its longest suite, planned: 9 lengths × 11 depths, corrected mode. */
export interface MillionSuite {
  readonly text: HaystackText;
  readonly samples: readonly Sample[];
  readonly skipped: number;
  readonly index: TokenIndex;
  readonly documents: Documents;
  readonly indexMs: number;
  readonly planMs: number;
}

const SUITE = '1000k';

export async function planMillionSuite(text: HaystackText, tokenizer: Tokenizer): Promise<MillionSuite> {
  const corpus = corpusOf(text.documents, { language: text.language, origin: { kind: 'bench', name: text.name } });
  const { ms: indexMs, value: index } = await timed(() => indexCorpus(corpus, tokenizer));
  const deps = { tokenizer, seed: 0, haystack: () => Promise.resolve(index), index: () => Promise.resolve(index) };
  const model = { capabilities: new Set(['generate'] as const) };
  const { ms: planMs, value: plan } = await timed(() => planRun({ tasks: [taskOf(text.language)], deps, model }));
  const samples = plan.samples.filter((sample): sample is Sample => !('skipped' in sample));
  return { text, samples, skipped: plan.samples.length - samples.length, index, documents: createDocuments([corpus]), indexMs, planMs };
}

function taskOf(language: string): PlannedTask {
  const task = needlebench.tasks.find(({ id }) => id === 'needlebench/single-retrieval')!;
  return { task, options: { suite: SUITE, languages: [language], repeats: 1 } };
}
