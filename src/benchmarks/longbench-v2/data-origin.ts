import type { HubData } from '../../core/index.ts';

/** One array of 503 questions, 465 MB. */
export const LONGBENCH_V2_DATA: HubData = {
  kind: 'hub',
  id: 'longbench-v2',
  licence: 'Apache-2.0',
  repos: [{ repo: 'THUDM/LongBench-v2', files: ['data.json'] }],
};
