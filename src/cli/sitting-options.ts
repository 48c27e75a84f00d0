import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { JsonObject } from '../core/index.ts';
import { findMainRun, storeFolder, withLedgerToRead } from './ledger-path.ts';

/** Flags that say how a model may be pushed, in the names of the parsed command line. They have no part in what a prompt is, and hold no secret. */
const KEPT = [
  'concurrency',
  'tokensInFlight',
  'rpm',
  'tpm',
  'order',
  'cacheTokens',
  'floor',
  'maxAttempts',
  'timeout',
  'deadline',
  'maxRetryWait',
  'judge',
  'judgeBudgetUsd',
] as const;

/** Where a value came from that the run's record gave; shown by `--explain`. */
export const FROM_RUN = 'run';

/** Such flags as they were given, for the record of a new run: its later sittings go on with them. */
export function sittingOptions(flags: Readonly<Record<string, unknown>>): JsonObject {
  const given = KEPT.flatMap((name): [string, string | false][] => {
    const value = flags[name];
    // `--no-floor` is the one switch among them.
    if (name === 'floor') return value === false ? [[name, false]] : [];
    return value === undefined ? [] : [[name, String(value)]];
  });
  return given.length === 0 ? {} : { sitting: Object.fromEntries(given) };
}

/** Lets the run that is resumed fill the flags that neither the command line nor the config has set. A run that is not there is for the command to tell. */
export async function fillFromRun(command: Command): Promise<void> {
  const flags = command.opts<{ readonly store?: string }>();
  if (!existsSync(join(storeFolder(flags), 'ledger.sqlite'))) return;
  const name = String(command.processedArgs[0] ?? 'latest');
  const record = await withLedgerToRead(flags, (ledger) => findMainRun(ledger, name)).catch(() => undefined);
  const kept = (record?.options['sitting'] ?? {}) as JsonObject;
  for (const option of KEPT) {
    const value = kept[option];
    const isFree = ['default', undefined].includes(command.getOptionValueSource(option));
    if (isFree && (typeof value === 'string' || value === false)) command.setOptionValueWithSource(option, value, FROM_RUN);
  }
}
