import type { DataFamily } from '../../datasets/index.ts';

/** What samples of a built task are called. */
export interface BuiltNames {
  readonly id: string;
  readonly version: number;
  readonly family: DataFamily;
}
