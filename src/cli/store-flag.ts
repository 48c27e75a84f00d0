import { Option, type Command } from 'commander';

/** Adds `--store`, which every command on runs takes. */
export function addStoreFlag(command: Command): Command {
  return command.addOption(new Option('--store <dir>', 'folder of the run ledger (default: .fathom)').env('FATHOM_STORE'));
}
