/** A task of LaRA, by the ending of its query files. */
export interface LaraTask {
  readonly id: 'location' | 'reasoning' | 'comp' | 'hallu';
  readonly title: string;
  readonly tags: readonly string[];
}

export const LARA_TASKS: readonly LaraTask[] = [
  { id: 'location', title: 'a fact that stands in one place', tags: ['retrieval', 'qa', 'diffusion:1', 'scope:1'] },
  { id: 'reasoning', title: 'a conclusion from what stands in one part', tags: ['reasoning', 'qa', 'diffusion:3', 'scope:2'] },
  { id: 'comp', title: 'a comparison of two parts', tags: ['comparison', 'qa', 'diffusion:2', 'scope:2'] },
  { id: 'hallu', title: 'a question that the text does not answer', tags: ['hallucination', 'diffusion:3', 'scope:2'] },
];

/** Sizes and kinds of documents; a query file is `query/<size>_<source>_<task>.jsonl`, its texts are in `<size>/<source>`. */
export const SIZES = ['32k', '128k'] as const;
export const SOURCES = ['book', 'financial', 'paper'] as const;
