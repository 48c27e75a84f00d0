import { FathomError, nearestName } from '../../core/index.ts';

/** How LongBench scores a dataset. */
export type LongBenchMetric = 'f1-en' | 'f1-zh' | 'rouge' | 'rouge-zh' | 'class' | 'count' | 'retrieval-en' | 'retrieval-zh' | 'edit';

/** A dataset of LongBench, by the name of its file. */
export interface LongBenchDataset {
  readonly id: string;
  readonly metric: LongBenchMetric;
  /** Only the first line of an answer counts. */
  readonly firstLine?: true;
}

const of = (metric: LongBenchMetric, ids: string): readonly LongBenchDataset[] => ids.split(' ').map((id) => ({ id, metric }));
const cut = (metric: LongBenchMetric, ids: string): readonly LongBenchDataset[] =>
  of(metric, ids).map((each) => ({ ...each, firstLine: true }));

/** All twenty-one datasets (LongBench, table 1; `eval.py`). LongBench-E takes thirteen of them. */
export const LONGBENCH_DATASETS: readonly LongBenchDataset[] = [
  ...of('f1-en', 'narrativeqa qasper multifieldqa_en'),
  ...of('f1-zh', 'multifieldqa_zh'),
  ...of('f1-en', 'hotpotqa 2wikimqa musique'),
  ...of('rouge-zh', 'dureader'),
  ...of('rouge', 'gov_report qmsum multi_news'),
  ...of('rouge-zh', 'vcsum'),
  ...cut('class', 'trec'),
  ...cut('f1-en', 'triviaqa'),
  ...cut('rouge', 'samsum'),
  ...cut('class', 'lsht'),
  ...of('count', 'passage_count'),
  ...of('retrieval-en', 'passage_retrieval_en'),
  ...of('retrieval-zh', 'passage_retrieval_zh'),
  ...of('edit', 'lcc repobench-p'),
];

/** The dataset of a file's name. Throws FathomError `data` for a name that is none. */
export function longBenchDataset(id: string, file: string): LongBenchDataset {
  const found = LONGBENCH_DATASETS.find((each) => each.id === id);
  if (found) return found;
  const ids = LONGBENCH_DATASETS.map((each) => each.id);
  const nearest = nearestName(id, ids);
  throw new FathomError('data', `${file}: LongBench has no dataset ${JSON.stringify(id)}.`, {
    fix: nearest === undefined ? `Name the file <dataset>.jsonl: ${ids.join(', ')}.` : `Did you mean ${nearest}?`,
  });
}
