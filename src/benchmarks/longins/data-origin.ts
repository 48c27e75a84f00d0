import type { PageData } from '../../core/index.ts';

/** An archive on a file-sharing drive. */
export const LONGINS_DATA: PageData = {
  kind: 'page',
  id: 'longins',
  licence: 'none declared',
  url: 'https://github.com/Ins-Bench/LongIns-Bench',
  note: 'its README links an archive with the folders GIST and LIST',
};
