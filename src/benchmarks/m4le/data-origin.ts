import type { HubData } from '../../core/index.ts';

/** A file for each task. */
export const M4LE_DATA: HubData = {
  kind: 'hub',
  id: 'm4le',
  licence: 'MIT',
  repos: [{ repo: 'wckwan/M4LE', files: ['**/*.jsonl'], flat: true }],
};
