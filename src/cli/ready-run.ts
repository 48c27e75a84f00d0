import type { Documents, Family, Ledger, Model, RunRecord, Task } from '../core/index.ts';
import type { RunSummary } from '../report/index.ts';
import type { KnownPrices } from './cost-flags.ts';
import type { Interruption } from './interruption.ts';
import type { SessionFlags } from './session-flags.ts';

/** A run in the ledger, ready to go (on). */
export interface ReadyRun {
  readonly ledger: Ledger;
  readonly record: RunRecord;
  readonly tasks: readonly Task[];
  readonly families: readonly Family[];
  readonly model: Model;
  readonly documents: Documents;
  readonly flags: SessionFlags;
  /** Prices. Default: those of the run's record. */
  readonly known?: KnownPrices;
  /** Folder of the ledger. */
  readonly folder: string;
  /** Failed samples are asked again too. Default: only those whose failure may pass. */
  readonly retryErrors?: boolean;
  /** Ctrl-C, where it is shared with other runs of one command. Default: its own. */
  readonly interruption?: Interruption;
  /** Gets the summary. With `--json` it is then not printed here: the caller prints all of its runs together. */
  readonly onSummary?: (summary: RunSummary) => void;
}
