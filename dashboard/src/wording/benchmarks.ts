import { wording } from './wording.ts';

/** Wording of the benchmarks. */
export const benchmarks = wording({}, {});
