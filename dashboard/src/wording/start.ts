import { wording } from './wording.ts';

/** Wording of the form that starts a run. */
export const start = wording({}, {});
