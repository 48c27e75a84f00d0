import type { GitData } from '../../core/index.ts';

/** Few-NERD stands in its repository. */
export const LONGICLBENCH_DATA: GitData = {
  kind: 'git',
  id: 'longiclbench',
  licence: 'mixed; Few-NERD CC-BY-SA-4.0',
  url: 'https://github.com/TIGER-AI-Lab/LongICLBench',
  folder: 'processed_data',
};
