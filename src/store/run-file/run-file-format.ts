import type { RunRecord } from '../../core/index.ts';

/** Name of the file format: JSON Lines in UTF-8, a header for each run, then a line for each of its samples in plan order. */
export const RUN_FILE_FORMAT = 'fathom-run';

/** Raised when a reader of the old version would misread a file. Fields that a reader does not know are kept as they are. */
export const RUN_FILE_VERSION = 1;

/** The line before the samples of a run. */
export interface RunFileHeader {
  readonly format: typeof RUN_FILE_FORMAT;
  readonly version: number;
  /** How many sample lines follow: a file that was cut off is found out. */
  readonly samples: number;
  readonly run: RunRecord;
}
