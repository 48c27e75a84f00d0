import type { FathomErrorCode } from '../core/index.ts';

/**
 * What a command tells the process that started it, which `fathom view` is to the runs of the browser. `run-begins`: it is in the ledger ·
 * `run-works`: it is this run's turn; runs of several models take turns · `drains`: it was interrupted and begins nothing new · `failed`: what standard
 * error says of the trouble.
 */
export type ParentMessage =
  | { readonly type: 'run-begins' | 'run-works'; readonly run: string }
  | { readonly type: 'drains' }
  | { readonly type: 'failed'; readonly message: string; readonly fix?: string | undefined; readonly code?: FathomErrorCode | undefined };

/** Tells it over Node's own channel; nothing happens where nobody listens. */
export function tellParent(message: ParentMessage): void {
  // A parent that has just gone is nobody's trouble.
  if (process.connected) process.send?.(message, () => undefined);
}
