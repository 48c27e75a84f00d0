import { wording } from './wording.ts';

/** Wording of the comparison of runs. */
export const compare = wording({}, {});
