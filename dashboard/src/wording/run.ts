import { wording } from './wording.ts';

/** Wording of the page of a run. */
export const run = wording({}, {});
