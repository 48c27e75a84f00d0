import type { HubData } from '../../core/index.ts';

/** Both families read one archive. */
export const LONGBENCH_DATA: HubData = {
  kind: 'hub',
  id: 'longbench',
  licence: 'none declared on the hub',
  repos: [{ repo: 'THUDM/LongBench', files: ['data.zip'] }],
};
