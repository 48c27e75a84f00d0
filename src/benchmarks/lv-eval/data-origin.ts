import type { HubData } from '../../core/index.ts';

/** An archive for each data set, with a file for each length. */
export const LVEVAL_DATA: HubData = {
  kind: 'hub',
  id: 'lv-eval',
  licence: 'MIT; cmrc_mixup and lic_mixup CC-BY-SA-4.0',
  repos: [{ repo: 'Infinigence/LVEval', files: ['**/*.zip'], flat: true }],
};
