import type { HubData } from '../../core/index.ts';

/** Two data sets, a folder each. */
export const LOCO_DATA: HubData = {
  kind: 'hub',
  id: 'loco',
  licence: 'Apache-2.0',
  repos: [
    { repo: 'hazyresearch/LoCoV1-Queries', files: ['data/*.parquet'], folder: 'LoCoV1-Queries' },
    { repo: 'hazyresearch/LoCoV1-Documents', files: ['data/*.parquet'], folder: 'LoCoV1-Documents' },
  ],
};
