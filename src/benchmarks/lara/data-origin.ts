import type { GitData } from '../../core/index.ts';

/** Its texts and questions stand in its repository alone. */
export const LARA_DATA: GitData = {
  kind: 'git',
  id: 'lara',
  licence: 'MIT (the repository; texts of several origins)',
  url: 'https://github.com/Alibaba-NLP/LaRA',
  folder: 'datasets',
};
