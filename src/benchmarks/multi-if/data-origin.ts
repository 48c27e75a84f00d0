import type { HubData } from '../../core/index.ts';

/** One table of 4,501 conversations. */
export const MULTI_IF_DATA: HubData = {
  kind: 'hub',
  id: 'multi-if',
  licence: 'CC-BY-NC-2.0',
  repos: [{ repo: 'facebook/Multi-IF', files: ['multiIF_20241018.csv'] }],
};
