import { wording } from './wording.ts';

/** Wording of the page of a sample. */
export const sample = wording({}, {});
