import type { HubData } from '../../core/index.ts';

/** The same files as in the repository’s folder `LEval-data`. */
export const LEVAL_DATA: HubData = {
  kind: 'hub',
  id: 'leval',
  licence: 'GPL-3.0 (the repository; texts of several origins)',
  repos: [{ repo: 'L4NLP/LEval', files: ['**/*.jsonl'], flat: true }],
};
