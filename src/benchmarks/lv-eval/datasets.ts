/** How a data set of LV-Eval is scored. */
export type LvEvalMetric = 'keyword-f1' | 'keyword-f1-zh' | 'f1' | 'f1-zh' | 'rougeL-zh';

/** A data set of LV-Eval; each has five files, one for each level. */
export interface LvEvalDataset {
  readonly id: string;
  readonly language: 'en' | 'zh';
  readonly metric: LvEvalMetric;
  /** Room for an answer, as published. */
  readonly maxTokens: number;
  readonly hops: 'single' | 'multi';
}

const of = (hops: 'single' | 'multi', language: 'en' | 'zh', metric: LvEvalMetric, ids: string): readonly LvEvalDataset[] =>
  ids.split(' ').map((id) => ({ id, language, metric, hops, maxTokens: id.startsWith('factrecall') ? 16 : 64 }));

/** The eleven data sets (LV-Eval, table 1; `config.py`). */
export const LVEVAL_DATASETS: readonly LvEvalDataset[] = [
  ...of('single', 'en', 'keyword-f1', 'loogle_SD_mixup multifieldqa_en_mixup'),
  ...of('single', 'zh', 'keyword-f1-zh', 'cmrc_mixup multifieldqa_zh_mixup'),
  ...of('single', 'en', 'f1', 'factrecall_en'),
  ...of('single', 'zh', 'f1-zh', 'factrecall_zh'),
  ...of('multi', 'en', 'keyword-f1', 'loogle_CR_mixup loogle_MIR_mixup hotpotwikiqa_mixup'),
  ...of('multi', 'zh', 'rougeL-zh', 'dureader_mixup'),
  ...of('multi', 'zh', 'keyword-f1-zh', 'lic_mixup'),
];

/** Lengths in words or Chinese characters. */
export const LEVELS = ['16k', '32k', '64k', '128k', '256k'] as const;
