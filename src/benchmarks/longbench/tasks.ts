import { LONGBENCH_DATASETS, type LongBenchDataset } from './datasets.ts';

/** LongBench's categories, in the order of its tables. */
export const CATEGORIES = ['single-doc-qa', 'multi-doc-qa', 'summarisation', 'few-shot', 'synthetic', 'code'] as const;
export type Category = (typeof CATEGORIES)[number];

/** A data set of LongBench, by the name of its file. */
export interface LongBenchTask {
  readonly id: string;
  readonly category: Category;
  /** Table that it is in; code is in both. */
  readonly language: 'en' | 'zh' | 'code';
  /** Room for an answer, as published (`config/dataset2maxlen.json`). */
  readonly maxTokens: number;
  /** How it is scored. */
  readonly dataset: LongBenchDataset;
  /** In LongBench-E as well. */
  readonly even?: true;
  /** Our assignment, 1 to 3 (arXiv 2407.00402). */
  readonly tags: readonly string[];
}

const QA = ['qa', 'diffusion:2', 'scope:1'];
const HOPS = ['qa', 'multi-hop', 'diffusion:2', 'scope:2'];
const SUMMARY = ['summarisation', 'diffusion:2', 'scope:3'];
const SHOTS = ['in-context-learning', 'diffusion:1', 'scope:2'];
const FIND = ['retrieval', 'diffusion:1', 'scope:1'];
const CODE = ['code', 'diffusion:2', 'scope:1'];

/** LongBench `task.md` and `config/`. */
const FACTS: readonly Omit<LongBenchTask, 'dataset'>[] = [
  { id: 'narrativeqa', category: 'single-doc-qa', language: 'en', maxTokens: 128, tags: QA },
  { id: 'qasper', category: 'single-doc-qa', language: 'en', maxTokens: 128, even: true, tags: QA },
  { id: 'multifieldqa_en', category: 'single-doc-qa', language: 'en', maxTokens: 64, even: true, tags: QA },
  { id: 'multifieldqa_zh', category: 'single-doc-qa', language: 'zh', maxTokens: 64, tags: QA },
  { id: 'hotpotqa', category: 'multi-doc-qa', language: 'en', maxTokens: 32, even: true, tags: HOPS },
  { id: '2wikimqa', category: 'multi-doc-qa', language: 'en', maxTokens: 32, even: true, tags: HOPS },
  { id: 'musique', category: 'multi-doc-qa', language: 'en', maxTokens: 32, tags: HOPS },
  { id: 'dureader', category: 'multi-doc-qa', language: 'zh', maxTokens: 128, tags: HOPS },
  { id: 'gov_report', category: 'summarisation', language: 'en', maxTokens: 512, even: true, tags: SUMMARY },
  { id: 'qmsum', category: 'summarisation', language: 'en', maxTokens: 512, tags: SUMMARY },
  { id: 'multi_news', category: 'summarisation', language: 'en', maxTokens: 512, even: true, tags: SUMMARY },
  { id: 'vcsum', category: 'summarisation', language: 'zh', maxTokens: 512, tags: SUMMARY },
  { id: 'trec', category: 'few-shot', language: 'en', maxTokens: 64, even: true, tags: SHOTS },
  { id: 'triviaqa', category: 'few-shot', language: 'en', maxTokens: 32, even: true, tags: SHOTS },
  { id: 'samsum', category: 'few-shot', language: 'en', maxTokens: 128, even: true, tags: SHOTS },
  { id: 'lsht', category: 'few-shot', language: 'zh', maxTokens: 64, tags: SHOTS },
  {
    id: 'passage_count',
    category: 'synthetic',
    language: 'en',
    maxTokens: 32,
    even: true,
    tags: ['counting', 'diffusion:3', 'scope:3'],
  },
  { id: 'passage_retrieval_en', category: 'synthetic', language: 'en', maxTokens: 32, even: true, tags: FIND },
  { id: 'passage_retrieval_zh', category: 'synthetic', language: 'zh', maxTokens: 32, tags: FIND },
  { id: 'lcc', category: 'code', language: 'code', maxTokens: 64, even: true, tags: CODE },
  { id: 'repobench-p', category: 'code', language: 'code', maxTokens: 64, even: true, tags: CODE },
];

/** All 21 data sets. */
export const LONGBENCH_TASKS: readonly LongBenchTask[] = FACTS.map((facts) => ({
  ...facts,
  dataset: LONGBENCH_DATASETS.find(({ id }) => id === facts.id)!,
}));
