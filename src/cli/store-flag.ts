import type { Command } from 'commander';

/** Adds `--store`, which every command on runs takes. */
export function addStoreFlag(command: Command): Command {
  return command.option('--store <dir>', 'folder of the run ledger (default: $FATHOM_STORE or .fathom)');
}
