import type { HubData } from '../../core/index.ts';

/** Annotations by novel, and the novels. */
export const DETECTIVEQA_DATA: HubData = {
  kind: 'hub',
  id: 'detectiveqa',
  licence: 'Apache-2.0 (the novels have makers of their own)',
  repos: [{ repo: 'Phospheneser/DetectiveQA', files: ['anno_data_*/**/*.json', 'novel_data_*/*.txt'] }],
};
