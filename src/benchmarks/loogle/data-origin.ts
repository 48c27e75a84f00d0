import type { HubData } from '../../core/index.ts';

/** One archive with a file for each task. */
export const LOOGLE_DATA: HubData = {
  kind: 'hub',
  id: 'loogle',
  licence: 'CC-BY-SA-4.0',
  repos: [{ repo: 'bigai-nlco/LooGLE', files: ['data.zip'] }],
};
