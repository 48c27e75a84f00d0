import type { PageData } from '../../core/index.ts';

/** Files on an object store, no repository has them. */
export const ADA_LEVAL_DATA: PageData = {
  kind: 'page',
  id: 'ada-leval',
  licence: 'none declared',
  url: 'https://github.com/open-compass/Ada-LEval',
  note: 'its fetch_data.sh names the addresses of the files stackselect_*.json and textsort_*.json',
};
