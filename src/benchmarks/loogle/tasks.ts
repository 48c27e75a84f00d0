/** How the answers of a task are compared. */
export type LoogleScoring = 'similarity' | 'cloze';

/** A task of LooGLE, by the name of its file. */
export interface LoogleTask {
  readonly id: string;
  readonly title: string;
  readonly scoring: LoogleScoring;
  /** Room for an answer, as published. */
  readonly maxTokens: number;
  readonly tags: readonly string[];
}

/** The four configurations (LooGLE, `config/task2maxlen.json` and `Prediction`). */
export const LOOGLE_TASKS: readonly LoogleTask[] = [
  {
    id: 'shortdep_qa',
    title: 'questions whose answer stands in one place',
    scoring: 'similarity',
    maxTokens: 300,
    tags: ['qa', 'diffusion:1', 'scope:1'],
  },
  {
    id: 'shortdep_cloze',
    title: 'masked names of a passage of a script',
    scoring: 'cloze',
    maxTokens: 50,
    tags: ['cloze', 'diffusion:2', 'scope:1'],
  },
  {
    id: 'longdep_qa',
    title: 'questions over evidence far apart',
    scoring: 'similarity',
    maxTokens: 500,
    tags: ['qa', 'reasoning', 'diffusion:2', 'scope:2'],
  },
  {
    id: 'longdep_summarization',
    title: 'abstracts of papers',
    scoring: 'similarity',
    maxTokens: 500,
    tags: ['summarisation', 'diffusion:2', 'scope:3'],
  },
];
